import ArgumentParser
import Library
import Model
import Retrieval

/// `tanya status`: the contents of the index.
struct StatusCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show what the index holds, what was skipped, and whether sources changed.",
    discussion: """
      Examples:
        tanya status
        tanya status --json | jq .skipped
      """)

  @Flag(help: "Write JSON.") var json = false
  @OptionGroup var index: IndexOption

  func perform() throws(CommandError) -> Int32 {
    let location = try index.choice.location(index.choice.configuration(), announcing: nil)
    let status = try asking { () throws(IndexError) in
      try Library(location).status()
    }
    var output = Output()
    if json {
      output.append(StatusJSON.bytes(status))
    } else {
      output.append(StatusText.text(status, Typesetter(forOutput: .never), in: .spoken))
    }
    try output.flush()
    return ExitStatus.cited
  }
}
