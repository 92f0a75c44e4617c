import ArgumentParser
import Library
import Model
import Retrieval
import TextAnalysis

/// `tanya verify`: checks every byte of the index.
struct VerifyCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check every byte of the index against its checksums.",
    discussion: """
      Examples:
        tanya verify
        tanya verify --quiet || tanya index --rebuild

      Exit status:
        0    every checksum holds
        2    the index is damaged, or cannot be read
      """)

  @OptionGroup var index: IndexOption

  func perform() throws(CommandError) -> Int32 {
    let location = try index.choice.location(index.choice.configuration(), announcing: nil)
    let library = try asking { () throws(IndexError) in try Library(location) }
    let damage = library.verify()
    for error in damage { Output.report(.index(error)) }
    guard damage.isEmpty else { return ExitStatus.failed }
    if !index.quiet {
      let bytes = try asking { () throws(IndexError) in try library.status().index.bytes }
      var output = Output()
      output.append(IndexMessage.verified(bytes).text(in: .spoken) + "\n")
      try output.flush()
    }
    return ExitStatus.cited
  }
}
