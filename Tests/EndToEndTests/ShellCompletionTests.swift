import TestSupport
import Testing

/// Tests of completion: the words that Tab offers, and its changes to the line.
struct ShellCompletionTests {
  @Test(
    "a file is completed where one is meant, also one with spaces or further down",
    arguments: [
      (":batch my\t", ":batch my questions.txt ", "? Who opened the event?"),
      (":batch my q\t", ":batch my questions.txt ", "? Who opened the event?"),
      (":index do\t", ":index docs/", "documents"),
      (":batch lists of m\tf\t", ":batch lists of mine/first one.txt ", "5,000"),
      (":whynot docs/ta\t", ":whynot docs/talent.txt ", "Ask something first"),
      (":index ~/do\t", ":index ~/docs/", "documents"),
    ])
  func completesFiles(keys: String, line: String, shown: String) throws {
    let sample = try SampleFolder()
    sample.folder.write("my questions.txt", "Who opened the event?\n")
    sample.folder.write(
      "lists of mine/first one.txt", "How many employees were retrained?\n")
    let terminal = try shell(sample)
    terminal.expect("tanya> ")
    terminal.type(keys)
    terminal.expect(line)
    terminal.type("\r")
    terminal.expect(shown)
    #expect(terminal.leave() == 0)
  }

  @Test("several files are listed by their names, and nothing is offered where there is none")
  func listsFiles() throws {
    let sample = try SampleFolder()
    let terminal = try shell(sample)
    terminal.expect("tanya> ")
    terminal.type(":whynot docs/\t\t")
    terminal.expect("bank.txt    talent.txt")
    terminal.expect("tanya> :whynot docs/")
    terminal.type("zzz\t\u{3}")
    #expect(terminal.leave() == 0)
  }

  @Test("a title is completed from any of its words on")
  func completesTitles() throws {
    let terminal = try shell(SampleFolder())
    terminal.expect("tanya> ")
    terminal.type(":in bank se\t")
    terminal.expect("Sejahtera ")
    terminal.type("\r")
    terminal.expect("Asking 1 of 2 documents")
    terminal.expect("tanya 1> ")
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
  }

  @Test("the second word of a phrase comes before other words, as the documents write it")
  func completesPhrases() throws {
    let terminal = try shell(SampleFolder())
    terminal.expect("tanya> ")
    terminal.type("Who is Nezar \t")
    terminal.expect("Who is Nezar Patria ")
    terminal.type("\u{3}")
    terminal.expect("tanya> ")
    terminal.type("digital t\t\t")
    terminal.expect("talents  ")
    terminal.expect("tanya> digital t")
    terminal.type("\u{3}")
    #expect(terminal.leave() == 0)
  }

  @Test("settings, languages and help topics are completed")
  func completesArguments() throws {
    let terminal = try shell(SampleFolder())
    for (keys, line) in [
      (":set pa\t", ":set pager "), (":lang a\t", ":lang auto "), (":help sta\t", ":help status "),
    ] {
      terminal.expect("tanya> ")
      terminal.type(keys)
      terminal.expect(line)
      terminal.type("\u{3}")
    }
    #expect(terminal.leave() == 0)
  }
}
