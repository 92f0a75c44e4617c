import Glibc
import Testing

struct ShellTests {
  private func terminal(
    _ sample: SampleFolder, _ arguments: String..., environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      ["--color", "never"] + arguments, in: sample.folder.path, environment: environment)
  }

  @Test("a question is answered, and Ctrl-D leaves with 0")
  func answers() throws {
    let sample = try SampleFolder()
    let terminal = try terminal(sample)
    #expect(terminal.shows("tanya> "))
    terminal.type("How many employees were retrained?\r")
    #expect(terminal.shows("5,000"))
    #expect(terminal.shows("docs/bank.txt:"))
    #expect(terminal.shows("tanya> "))
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
  }

  @Test("words that leave", arguments: ["exit", "quit", ":q", ":quit"])
  func leaves(word: String) throws {
    let terminal = try terminal(SampleFolder())
    #expect(terminal.shows("tanya> "))
    terminal.type(word + "\r")
    #expect(terminal.finish() == 0)
  }

  @Test("Ctrl-C discards the line and gives a new prompt, at an empty prompt too")
  func interrupts() throws {
    let terminal = try terminal(SampleFolder())
    for line in ["half a question", ""] {
      #expect(terminal.shows("tanya> "))
      terminal.type(line)
      #expect(line.isEmpty || terminal.shows(line))
      terminal.type("\u{3}")
    }
    #expect(terminal.shows("tanya> "))
    terminal.type(":status\r")
    #expect(terminal.shows("documents  2"))
    #expect(terminal.shows("tanya> "))
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
  }

  @Test("Tab completes commands and words of the index, and keeps capitals")
  func completes() throws {
    let terminal = try terminal(SampleFolder())
    #expect(terminal.shows("tanya> "))
    terminal.type(":stat\t")
    #expect(terminal.shows(":status "))
    terminal.type("\r")
    #expect(terminal.shows("documents  2"))
    #expect(terminal.shows("tanya> "))
    terminal.type("Who is Sejaht\t")
    #expect(terminal.shows("Sejahtera"))
    terminal.type("\u{3}")
    #expect(terminal.shows("tanya> "))
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
  }

  @Test("lines are kept for the next session, but not what begins with a space")
  func remembers() throws {
    let sample = try SampleFolder()
    let state = ["XDG_STATE_HOME": sample.folder.path + "/state"]
    let first = try terminal(sample, environment: state)
    for line in [" secret", "bank", "talents", "bank"] {
      #expect(first.shows("tanya> "))
      first.type(line + "\r")
    }
    #expect(first.shows("tanya> "))
    first.type("\u{4}")
    #expect(first.finish() == 0)
    #expect(sample.folder.read("state/tanya/history") == "bank\ntalents\nbank\n")
    #expect(sample.folder.mode("state/tanya") == 0o700)
    #expect(sample.folder.mode("state/tanya/history") == 0o600)

    let second = try terminal(sample, environment: state)
    #expect(second.shows("tanya> "))
    second.type("\u{10}")
    #expect(second.shows("bank"))
    second.type("\u{10}")
    #expect(second.shows("talents"))
    second.type("\u{3}")
    #expect(second.shows("tanya> "))
    second.type("\u{4}")
    #expect(second.finish() == 0)
  }

  @Test("an empty TANYA_HISTFILE keeps nothing")
  func forgets() throws {
    let sample = try SampleFolder()
    let terminal = try terminal(sample, environment: ["TANYA_HISTFILE": ""])
    #expect(terminal.shows("tanya> "))
    terminal.type("bank\r")
    #expect(terminal.shows("tanya> "))
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
    #expect(sample.folder.read(".local/state/tanya/history") == nil)
  }

  @Test("accents and wide characters are deleted as one", arguments: ["é", "中", "e\u{301}"])
  func editsCharacters(character: String) throws {
    let sample = try SampleFolder()
    let state = ["TANYA_HISTFILE": sample.folder.path + "/history", "LANG": ""]
    let terminal = try terminal(sample, environment: state)
    #expect(terminal.shows("tanya> "))
    terminal.type("ba\(character)\u{7F}nk\r")
    #expect(terminal.shows("docs/bank.txt"))
    #expect(terminal.shows("tanya> "))
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
    #expect(sample.folder.read("history") == "bank\n")
  }

  @Test("Ctrl-Z stops the session, and it goes on where it was")
  func stops() throws {
    let terminal = try terminal(SampleFolder())
    #expect(terminal.shows("tanya> "))
    terminal.type("How many empl")
    #expect(terminal.shows("empl"))
    terminal.signal(SIGTSTP)
    terminal.signal(SIGCONT)
    terminal.type("oyees were retrained?\r")
    #expect(terminal.shows("5,000"))
    #expect(terminal.shows("tanya> "))
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
  }

  @Test("help names every command, and a mistyped one is never asked")
  func helps() throws {
    let terminal = try terminal(SampleFolder())
    #expect(terminal.shows("tanya> "))
    terminal.type(":help\r")
    for name in [":more", ":show N", ":open N", ":why N", ":index PATH", ":status", ":quit"] {
      #expect(terminal.shows(name))
    }
    #expect(terminal.shows("tanya> "))
    terminal.type(":statsu\r")
    #expect(terminal.shows("Did you mean :status?"))
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
  }

  @Test("a bare number opens that source in the editor, at its line")
  func opens() throws {
    let sample = try SampleFolder()
    let terminal = try terminal(sample, environment: ["VISUAL": "printf '<%s>'"])
    #expect(terminal.shows("tanya> "))
    terminal.type("How many employees were retrained?\r")
    #expect(terminal.shows("tanya> "))
    terminal.type("1\r")
    #expect(terminal.shows("<+3><\(sample.folder.path)/docs/bank.txt>"))
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
  }

  @Test("a document that is indexed from within is asked at once")
  func indexes() throws {
    let sample = try SampleFolder()
    try sample.folder.write("new/tower.txt", "The lighthouse of Anyer is 75 metres tall.\n")
    let terminal = try terminal(sample)
    #expect(terminal.shows("tanya> "))
    terminal.type(":index new\r")
    #expect(terminal.shows("Indexed 3 documents"))
    #expect(terminal.shows("tanya> "))
    terminal.type("How tall is the lighthouse?\r")
    #expect(terminal.shows("75 metres"))
    terminal.type(":show 1\r")
    #expect(terminal.shows("> 1  "))
    terminal.type(":why 1\r")
    #expect(terminal.shows("score"))
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
  }

  @Test("without a terminal, lines are asked one by one, without a prompt")
  func readsPlainly() throws {
    let sample = try SampleFolder()
    let result = try sample.run(input: "How many employees were retrained?\n\nexit\nbank\n")
    #expect(result.status == 0)
    #expect(result.output.contains("5,000") && !result.output.contains("tanya>"))
    #expect(try sample.run(input: "Atlantis\n").status == 1)
  }
}
