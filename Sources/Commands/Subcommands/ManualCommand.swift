import ArgumentParser

/// `tanya man`: the manual page.
struct ManualCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "man", abstract: "Write the manual page.",
    discussion: """
      Examples:
        tanya man | man -l -
        mkdir -p ~/.local/share/man/man1
        tanya man > ~/.local/share/man/man1/tanya.1
      """)

  func perform() throws(CommandError) -> Int32 {
    guard let program = CommandDescription.program() else { return ExitStatus.failed }
    var output = Output()
    output.append(ManualPage(program: program).text)
    try output.flush()
    return ExitStatus.cited
  }
}
