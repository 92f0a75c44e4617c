import TestSupport
import Testing

/// Tests of each command of the shell, in a terminal.
struct ShellTableTests {
  /// The typed lines and the text that each shows. The order matters, because commands refer to
  /// earlier ones.
  private static let cases: [(line: String, shown: String)] = [
    (":more", "Nothing more was found."),
    (":show 1", "> 3  "),
    (":open 1", "<+3>"),
    (":why 1", "sum "),
    (":whynot docs/talent.txt", "It contains no word of the question."),
    (":dates digital talents", "2030"),
    (":numbers digital talents", "12 million"),
    (":undo", "exactly as typed"),
    (":sources", "docs/talent.txt"),
    (":only 1", "Asking 1 of 2 documents (:only 1)"),
    (":all", "Asking all 2 documents."),
    (":in talent", "Asking 1 of 2 documents (:in talent)"),
    (":all", "Asking all 2 documents."),
    (":since 2026", "no document matches"),
    (":before 1900", "no document matches"),
    (":author nobody", "no document matches"),
    (":title nothing", "no document matches"),
    (":tag nothing", "no document matches"),
    (":index", "2 documents"),
    (":glossary bank", "bank"),
    (":status", "documents  2"),
    (":batch questions.txt", "? Who opened the event?"),
    (":save session.md", "Saved "),
    (":history retrained", "How many employees were retrained?"),
    (":timing", "timing on"),
    (":pipe cat", "Nezar Patria"),
    (":edit bank", "<+1>"),
    (":lang id", "lang   id"),
    (":set", "width  auto"),
    (":help :why", "how it came to its score"),
  ]

  /// Commands that help names in the rows of others.
  private static let unlisted = [
    ":numbers", ":all", ":before", ":author", ":title", ":tag", ":history", ":timing",
  ]

  @Test("each command that help names does what it says")
  func obeys() throws {
    let sample = try SampleFolder()
    sample.folder.write("questions.txt", "Who opened the event?\n")
    let terminal = try shell(
      sample, environment: ["TANYA_PAGER": "cat", "EDITOR": "printf '<%s>'"], rows: 60)
    terminal.enter(":help")
    terminal.enter("How many employees were retrained?")
    let named = terminal.screen.matches(of: #/(?m)^  (:[a-z]+) /#).map { String($0.1) }
    #expect(
      Set(named + Self.unlisted)
        == Set(Self.cases.map { $0.line.prefix { $0 != " " } }.map(String.init) + [":quit"]))
    for (line, shown) in Self.cases {
      terminal.enter(line, at: line == ":all" ? "tanya 1> " : "tanya> ")
      terminal.expect(shown)
    }
    terminal.enter(":quit")
    #expect(terminal.finish() == 0)
    #expect(sample.folder.read("session.md")?.contains("## Who opened the event?") == true)
  }
}
