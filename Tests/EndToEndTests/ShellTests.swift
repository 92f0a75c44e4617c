import Glibc
import TestSupport
import Testing

struct ShellTests {
  @Test("a question is answered, and Ctrl-D leaves with 0")
  func answers() throws {
    let sample = try SampleFolder()
    let terminal = try shell(sample)
    terminal.expect("tanya> ")
    terminal.type("How many employees were retrained?\r")
    terminal.expect("5,000")
    terminal.expect("docs/bank.txt:")
    #expect(terminal.leave() == 0)
  }

  @Test(":more shows the passages nearest to a question without support, which can then be opened")
  func nearest() throws {
    let terminal = try shell(SampleFolder())
    terminal.expect("tanya> ")
    terminal.type("Which submarine carried Captain Nemo and the talents to Atlantis and Lemuria?\r")
    terminal.expect(":more")
    terminal.expect("tanya> ")
    terminal.type(":more\r")
    terminal.expect("docs/talent.txt:")
    terminal.expect("tanya> ")
    terminal.type(":show 1\r")
    terminal.expect("12 million digital talents")
    #expect(terminal.leave() == 0)
  }

  @Test("words that leave", arguments: ["exit", "quit", ":q", ":quit"])
  func leaves(word: String) throws {
    let terminal = try shell(SampleFolder())
    terminal.expect("tanya> ")
    terminal.type(word + "\r")
    #expect(terminal.finish() == 0)
  }

  @Test("Ctrl-C discards the line and gives a new prompt, at an empty prompt too")
  func interrupts() throws {
    let terminal = try shell(SampleFolder())
    for line in ["half a question", ""] {
      terminal.expect("tanya> ")
      terminal.type(line)
      terminal.expect(line)
      terminal.type("\u{3}")
    }
    terminal.expect("tanya> ")
    terminal.type(":status\r")
    terminal.expect("documents  2")
    #expect(terminal.leave() == 0)
  }

  @Test("Tab completes commands and words of the index, and keeps capitals")
  func completes() throws {
    let terminal = try shell(SampleFolder())
    terminal.expect("tanya> ")
    terminal.type(":stat\t")
    terminal.expect(":status ")
    terminal.type("\r")
    terminal.expect("documents  2")
    terminal.expect("tanya> ")
    terminal.type("Who is Sejaht\t")
    terminal.expect("Sejahtera")
    terminal.type("\u{3}")
    #expect(terminal.leave() == 0)
  }

  @Test("lines are kept for the next session, but not what begins with a space")
  func remembers() throws {
    let sample = try SampleFolder()
    let state = ["XDG_STATE_HOME": sample.folder.path + "/state"]
    let first = try shell(sample, environment: state)
    for line in [" secret", "bank", "talents", "bank"] {
      first.expect("tanya> ")
      first.type(line + "\r")
    }
    #expect(first.leave() == 0)
    #expect(sample.folder.read("state/tanya/history") == "bank\ntalents\nbank\n")
    #expect(sample.folder.mode("state/tanya") == 0o700)
    #expect(sample.folder.mode("state/tanya/history") == 0o600)

    let second = try shell(sample, environment: state)
    second.expect("tanya> ")
    second.type("\u{10}")
    second.expect("bank")
    second.type("\u{10}")
    second.expect("talents")
    second.type("\u{3}")
    #expect(second.leave() == 0)
  }

  @Test("an empty TANYA_HISTFILE keeps nothing")
  func forgets() throws {
    let sample = try SampleFolder()
    let terminal = try shell(sample, environment: ["TANYA_HISTFILE": ""])
    terminal.expect("tanya> ")
    terminal.type("bank\r")
    #expect(terminal.leave() == 0)
    #expect(sample.folder.read(".local/state/tanya/history") == nil)
  }

  @Test("accents and wide characters are deleted as one", arguments: ["é", "中", "e\u{301}"])
  func editsCharacters(character: String) throws {
    let sample = try SampleFolder()
    let state = ["TANYA_HISTFILE": sample.folder.path + "/history", "LANG": ""]
    let terminal = try shell(sample, environment: state)
    terminal.expect("tanya> ")
    terminal.type("ba\(character)\u{7F}nk\r")
    terminal.expect("docs/bank.txt")
    #expect(terminal.leave() == 0)
    #expect(sample.folder.read("history") == "bank\n")
  }

  @Test("Ctrl-Z stops the session, and it goes on where it was")
  func stops() throws {
    let sample = try SampleFolder()
    let outer = try PseudoTerminal(
      ["-i"], in: sample.folder, environment: ["PS1": "outer> "], program: "/bin/sh")
    outer.enter("\(RunningProgram.path) --color never", at: "outer> ")
    outer.expect("tanya> ")
    outer.type("How many empl")
    outer.expect("empl")
    outer.type("\u{1A}")
    outer.enter("echo $((40 + 2))", at: "outer> ")
    outer.expect("42")
    outer.enter("fg", at: "outer> ")
    outer.expect("tanya> How many empl")
    outer.type("oyees were retrained?\r")
    outer.expect("5,000")
    outer.expect("tanya> ")
    outer.type("\u{4}")
    outer.enter("exit", at: "outer> ")
    #expect(outer.finish() == 0)
  }

  @Test("help names every command, and a mistyped one is never asked")
  func helps() throws {
    // The list is longer than the window, so it would go through a pager that waits for keys.
    let terminal = try shell(SampleFolder(), environment: ["TANYA_PAGER": "cat"])
    terminal.expect("tanya> ")
    terminal.type(":help\r")
    for name in [":more", ":show N", ":open N", ":why N", ":index PATH", ":status", ":quit"] {
      terminal.expect(name)
    }
    terminal.expect("tanya> ")
    terminal.type(":statsu\r")
    terminal.expect("Did you mean :status?")
    #expect(terminal.leave() == 0)
  }

  @Test(
    "a number opens that source in $VISUAL or $EDITOR, at its line",
    arguments: ["1", ":open 1", ":o"],
    [
      ["VISUAL": "printf '<%s>'"], ["EDITOR": "printf '<%s>'"],
      ["VISUAL": "printf '<%s>'", "EDITOR": "false"],
    ])
  func opens(line: String, environment: [String: String]) throws {
    let sample = try SampleFolder()
    let terminal = try shell(sample, environment: environment)
    terminal.enter("How many employees were retrained?")
    terminal.enter(line)
    terminal.expect("<+3><\(sample.folder.path)/docs/bank.txt>")
    #expect(terminal.leave() == 0)
  }

  @Test("a document that is indexed from within is asked at once")
  func indexes() throws {
    let sample = try SampleFolder()
    sample.folder.write("new/tower.txt", "The lighthouse of Anyer is 75 metres tall.\n")
    let terminal = try shell(sample)
    terminal.expect("tanya> ")
    terminal.type(":index new\r")
    terminal.expect("Indexed 3 documents")
    terminal.expect("tanya> ")
    terminal.type("How tall is the lighthouse?\r")
    terminal.expect("75 metres")
    terminal.type(":show 1\r")
    terminal.expect("> 1  ")
    terminal.type(":why 1\r")
    terminal.expect("score")
    #expect(terminal.leave() == 0)
  }

  @Test("a table of several answers has one header")
  func writesHeaderOnce() throws {
    let sample = try SampleFolder()
    let result = try sample.run("--format", "tsv", input: "bank\nAtlantis\n")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 3 && lines[0].hasPrefix("id\tverdict"))
    #expect(lines.dropFirst().allSatisfy { !$0.hasPrefix("id\tverdict") })
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
