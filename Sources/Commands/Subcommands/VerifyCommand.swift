import ArgumentParser
import Library
import Model
import Retrieval
import TextAnalysis

/// `tanya verify`: checks every byte of the index.
struct VerifyCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every byte of the index, or the citations of answers from a cluster.",
    discussion: """
      Examples:
        tanya verify
        tanya verify --quiet || tanya index --rebuild
        tanya verify --cluster work answers.jsonl

      With --cluster, reads answers that ask --json or batch has written, gets each cited document \
      from the cluster again, and compares the quoted bytes.

      Exit status:
        0    every checksum holds, or every citation
        1    a citation has changed, or its document is gone
        2    the index is damaged, or cannot be read
      """)

  @Argument(
    help: "A file of answers in JSON, with --cluster; - for standard input.", completion: .file())
  var file: String?
  @OptionGroup var index: IndexOption

  func validate() throws {
    if (file != nil) != (index.cluster != nil) {
      throw ValidationError("A file of answers and --cluster need each other.")
    }
  }

  func perform() throws(CommandError) -> Int32 {
    if let file { return try CitationCheck(file: file, choice: index.choice).perform() }
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
