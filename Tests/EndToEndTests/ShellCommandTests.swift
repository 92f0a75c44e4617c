import TestSupport
import Testing

/// Tests of the shell's commands.
struct ShellCommandTests {
  @Test("sources are numbered, and questions can be narrowed to some of them")
  func narrows() throws {
    let terminal = try shell(SampleFolder())
    terminal.expect("tanya> ")
    terminal.type(":sources\r")
    terminal.expect("docs/bank.txt")
    terminal.expect("docs/talent.txt")
    terminal.expect("tanya> ")
    terminal.type(":only 1\r")
    terminal.expect("Asking 1 of 2 documents (:only 1)")
    terminal.expect("tanya 1> ")
    terminal.type("How many digital talents?\r")
    terminal.expect("Nothing in the documents supports")
    terminal.expect("tanya 1> ")
    terminal.type(":only\r")
    terminal.expect("Asking all 2 documents.")
    terminal.expect("tanya> ")
    terminal.type("How many digital talents?\r")
    terminal.expect("12 million")
    terminal.expect("tanya> ")
    terminal.type(":in bank*\r")
    terminal.expect("(:in bank*)")
    terminal.expect("tanya 1> ")
    terminal.type(":since 2026\r")
    terminal.expect("no document matches :in bank* :since 2026")
    terminal.expect("tanya 1> ")
    terminal.type(":all\r")
    #expect(terminal.leave() == 0)
  }

  @Test("the session is saved with its sources, and no file is replaced unasked")
  func saves() throws {
    let sample = try SampleFolder()
    let terminal = try shell(sample)
    terminal.expect("tanya> ")
    terminal.type("How many employees were retrained?\r")
    terminal.expect("tanya> ")
    terminal.type(":save notes.md\r")
    terminal.expect("Saved 1 answer with 1 source")
    terminal.expect("tanya> ")
    terminal.type("Who opened the event?\r")
    for (reply, shown) in [("n", "tanya> "), ("y", "Saved 2 answers")] {
      terminal.expect("tanya> ")
      terminal.type(":save notes.md\r")
      terminal.expect("(y/n) ")
      terminal.type("\(reply)\r")
      terminal.expect(shown)
      if reply == "n" { terminal.type("\r") }
    }
    terminal.expect("tanya> ")
    terminal.type(":save notes.bib\r")
    terminal.expect("Saved")
    #expect(terminal.leave() == 0)
    let notes = try #require(sample.folder.read("notes.md"))
    #expect(notes.contains("## Who opened the event?") && notes.contains("@misc{"))
    let sources = try #require(sample.folder.read("notes.bib"))
    #expect(sources.hasPrefix("@misc{") && sources.contains("docs/bank.txt"))
  }

  @Test("the questions of a file are asked in order, and a bad line is named")
  func asksFile() throws {
    let sample = try SampleFolder()
    sample.folder.write(
      "my questions.txt", "# two\nHow many employees were retrained?\n{\n\nWho opened the event?\n")
    let terminal = try shell(sample)
    terminal.expect("tanya> ")
    terminal.type(":batch my questions.txt\r")
    terminal.expect("? How many employees were retrained?")
    terminal.expect("5,000")
    terminal.expect("Line 3:")
    terminal.expect("Nezar Patria")
    terminal.expect("tanya> ")
    terminal.type(":batch nothing.txt\r")
    terminal.expect("cannot read questions from nothing.txt")
    #expect(terminal.leave() == 0)
  }

  @Test("settings are shown, changed, and kept from wrong values")
  func sets() throws {
    let terminal = try shell(SampleFolder())
    terminal.expect("tanya> ")
    terminal.type(":set\r")
    for name in ["top    3", "lang   auto", "width  auto", "pager  auto"] { terminal.expect(name) }
    terminal.expect("tanya> ")
    terminal.type(":set width=40\r")
    terminal.expect("width  40")
    terminal.expect("tanya> ")
    terminal.type("retrained?\r")
    terminal.expect("  Bank Sejahtera retrained 5,000\r\n")
    terminal.expect("tanya> ")
    terminal.type(":set width 4\r")
    terminal.expect("width cannot be 4")
    terminal.expect("tanya> ")
    terminal.type(":set font 4\r")
    terminal.expect("There is no setting font")
    #expect(terminal.leave() == 0)
  }

  @Test("Ctrl-C stops indexing and leaves the index as it was")
  func interruptsIndexing() throws {
    let sample = try SampleFolder()
    let sentence = "The lighthouse of Anyer is 75 metres tall, and the keeper counts its steps.\n\n"
    let text = String(repeating: sentence, count: 2000)
    // Several times as many as are read before progress is shown, even on a fast machine.
    for number in 0..<160 { sample.folder.write("new/tower\(number).txt", text) }
    let terminal = try shell(sample)
    terminal.expect("tanya> ")
    terminal.type(":index new\r")
    terminal.expect("%  ")
    terminal.type("\u{3}")
    terminal.expect("interrupted")
    terminal.expect("tanya> ")
    terminal.type(":status\r")
    terminal.expect("documents  2")
    #expect(terminal.leave() == 0)
  }
}
