import ArgumentParser
import Platform

/// `tanya mcp`: a server of the Model Context Protocol on standard input and output.
struct MCPCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "mcp", abstract: "Serve the index to other programs (Model Context Protocol).",
    discussion: """
      Examples:
        tanya mcp --index ~/Documents/index
        {"mcpServers": {"tanya": {"command": "tanya", "args": ["mcp"]}}}

      Reads requests of the Model Context Protocol line by line, and answers each with a line. The \
      tools (ask, passage, sources, facts, status) only read. No network connection is opened, \
      unless --cluster names where to.
      """)

  @OptionGroup var index: IndexOption

  func perform() throws(CommandError) -> Int32 {
    Interrupt.note()
    let configuration = try index.choice.configuration()
    let location = try index.choice.location(configuration, announcing: nil)
    var server = ContextServer(ContextLibrary(location))
    var output = Output()
    var lines = ByteLines(try Input("-"), longest: ContextServer.longestLine)
    while let line = try lines.next() {
      switch line {
      case .line(let bytes):
        guard !bytes.allSatisfy(\.isBlank) else { continue }
        output.append(server.respond(to: bytes))
      case .tooLong: output.append(ContextServer.tooLong)
      }
      try output.flush()
    }
    return ExitStatus.cited
  }
}
