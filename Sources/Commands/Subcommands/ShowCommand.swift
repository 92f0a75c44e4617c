import ArgumentParser
import Glibc
import JSON
import Library
import Platform
import Retrieval

/// `tanya show DOCUMENT[:LINES]`: lines of a document as it was indexed.
struct ShowCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a document, or some of its lines, as it was indexed.",
    discussion: """
      Examples:
        tanya show notes/budget.md
        tanya show budget.md:10-20
        tanya show corpus.jsonl:17
        tanya show --json sample/ai-hub.md:7 | jq .passages

      The document is named by its id or the end of its id after a slash. Blank lines between \
      passages are left out. Quotations of answers are part of this text, byte for byte.
      """)

  @Argument(help: "The id of a document, with a line or a range of lines after a colon.")
  var document: String
  @Flag(help: "Write JSON: the passages with their lines and bytes.") var json = false
  @OptionGroup var index: IndexOption

  func perform() throws(CommandError) -> Int32 {
    let location = try index.choice.location(index.choice.configuration())
    let reader = try asking { () throws(IndexError) in try Library(location) }.makeReader()
    let shown = try ShownDocument(place: document, in: reader)
    var output = Output()
    if json {
      var writer = JSONWriter(capacity: 4096)
      shown.write(to: &writer)
      writer.newline()
      output.append(writer.bytes)
    } else {
      let isTerminal = Terminal.isTerminal(STDOUT_FILENO)
      for passage in shown.passages {
        for line in passage.text.split(separator: "\n", omittingEmptySubsequences: false) {
          output.append((isTerminal ? VisibleText.line(String(line)) : String(line)) + "\n")
        }
      }
    }
    try output.flush()
    return shown.passages.isEmpty ? ExitStatus.nothingFound : ExitStatus.cited
  }
}
