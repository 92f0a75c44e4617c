import Glibc
import TestSupport
import Testing

/// Tests of lines that are typed, pasted, stored and shown.
struct ShellLineTests {
  @Test("several pasted lines are asked together, once that was agreed to")
  func asksPastedLines() throws {
    let sample = try SampleFolder()
    let terminal = try shell(sample)
    terminal.expect("tanya> ")
    terminal.paste("How many employees were retrained?\nWho opened the event?\n")
    terminal.type("\r")
    terminal.expect("2 lines were pasted")
    terminal.expect("(y/j/n) ")
    terminal.type("y\r")
    terminal.expect("? How many employees were retrained?")
    terminal.expect("5,000")
    terminal.expect("? Who opened the event?")
    terminal.expect("Nezar Patria")
    #expect(terminal.leave() == 0)
    #expect(
      sample.folder.read(".local/state/tanya/history")
        == "How many employees were retrained?\nWho opened the event?\n")
  }

  @Test(
    "pasted lines may be one question, or none",
    arguments: [("j", "5,000"), ("n", "tanya> "), ("\u{3}", "tanya> ")])
  func joinsPastedLines(reply: String, shown: String) throws {
    let terminal = try shell(SampleFolder())
    terminal.expect("tanya> ")
    terminal.paste("How many employees\nwere retrained?")
    terminal.type("\r")
    terminal.expect("(y/j/n) ")
    terminal.type(reply + (reply == "\u{3}" ? "" : "\r"))
    terminal.expect(shown)
    if shown != "tanya> " { terminal.expect("tanya> ") }
    terminal.type(":status\r")
    terminal.expect("documents  2")
    #expect(terminal.leave() == 0)
  }

  @Test("a line that ends in a backslash goes on in the next, and Ctrl-C discards both")
  func goesOn() throws {
    let terminal = try shell(SampleFolder())
    terminal.expect("tanya> ")
    terminal.type("Atlantis \\\r")
    terminal.expect("     > ")
    terminal.type("\u{3}")
    terminal.expect("tanya> ")
    terminal.type("How many employees \\\r")
    terminal.expect("     > ")
    terminal.type("were retrained?\r")
    terminal.expect("5,000")
    #expect(terminal.leave() == 0)
  }

  @Test("Ctrl-R finds an earlier line")
  func searchesHistory() throws {
    let terminal = try shell(SampleFolder())
    for line in ["How many employees were retrained?", ":status"] {
      terminal.expect("tanya> ")
      terminal.type(line + "\r")
    }
    terminal.expect("tanya> ")
    terminal.type("\u{12}retr")
    terminal.expect("reverse-i-search")
    terminal.type("\r")
    terminal.expect("5,000")
    #expect(terminal.leave() == 0)
  }

  @Test("inputrc has a section for tanya")
  func readsInputrc() throws {
    let sample = try SampleFolder()
    sample.folder.write(
      "inputrc",
      "$if bash\n\"\\C-t\": \":help\\C-m\"\n$endif\n$if tanya\n\"\\C-t\": \":status\\C-m\"\n$endif\n"
    )
    let terminal = try shell(
      sample, environment: ["INPUTRC": sample.folder.path + "/inputrc"])
    terminal.expect("tanya> ")
    terminal.type("\u{14}")
    terminal.expect("documents  2")
    #expect(terminal.leave() == 0)
  }

  @Test("two shells at once keep the lines of both")
  func sharesHistory() throws {
    let sample = try SampleFolder()
    let shells = try [shell(sample), shell(sample)]
    for line in ["bank", "talents"] {
      for (number, shell) in shells.enumerated() {
        shell.expect("tanya> ")
        shell.type("\(line) \(number)\r")
      }
    }
    for shell in shells { #expect(shell.leave() == 0) }
    let lines = try #require(sample.folder.read(".local/state/tanya/history"))
    #expect(
      lines.split(separator: "\n").sorted() == ["bank 0", "bank 1", "talents 0", "talents 1"])
  }

  @Test("a history that has grown long is cut to its last lines, and stays private")
  func cutsHistory() throws {
    let sample = try SampleFolder()
    let state = ["TANYA_HISTFILE": sample.folder.path + "/history"]
    let lines = (0..<10_001).map { "question \($0)" }
    sample.folder.write("history", lines.joined(separator: "\n") + "\n")
    #expect(try shell(sample, environment: state).leave() == 0)
    #expect(
      sample.folder.read("history") == lines.suffix(5_000).joined(separator: "\n") + "\n")
    #expect(sample.folder.mode("history").map { $0 & 0o077 } == 0)
  }

  @Test("answers are set anew for a window that was resized, down to 20 columns")
  func followsWindow() throws {
    let terminal = try shell(SampleFolder())
    terminal.expect("tanya> ")
    terminal.resize(columns: 20)
    terminal.type("retrained?\r")
    terminal.expect("  Bank Sejahtera\r\n  retrained 5,000\r\n")
    // Before readline shows the prompt, it sets the window size that it has just read, which would
    // undo a change made in between.
    terminal.expect("tanya> ")
    terminal.resize(columns: 90)
    terminal.type("retrained?\r")
    terminal.expect("  Bank Sejahtera retrained 5,000 employees for new roles last year.")
    #expect(terminal.leave() == 0)
  }

  @Test("what is taller than the window goes through the pager, and what is not does not")
  func pages() throws {
    let terminal = try shell(
      SampleFolder(), environment: ["TANYA_PAGER": "sed 's/^/|/'"], rows: 9)
    terminal.expect("tanya> ")
    terminal.type("Atlantis\r")
    terminal.expect("\rNothing in the documents")
    terminal.expect("tanya> ")
    terminal.type(":help\r")
    terminal.expect("|Type a question")
    terminal.expect("|  :quit")
    terminal.expect("tanya> ")
    terminal.type(":set pager off\r")
    terminal.expect("tanya> ")
    terminal.type(":help\r")
    terminal.expect("\rType a question")
    #expect(terminal.leave() == 0)
  }

  @Test(
    "a pager that is left early, or that is not there, is no error",
    arguments: [("true", "tanya> "), ("no-such-pager", ":quit")])
  func leavesPager(pager: String, shown: String) throws {
    let terminal = try shell(SampleFolder(), environment: ["PAGER": pager], rows: 9)
    terminal.expect("tanya> ")
    terminal.type(":help\r")
    terminal.expect(shown)
    if shown != "tanya> " { terminal.expect("tanya> ") }
    terminal.type(":status\r")
    terminal.expect("documents  2")
    #expect(terminal.leave() == 0)
  }

  @Test("sources are links where the terminal has them, and never without colour")
  func links() throws {
    let sample = try SampleFolder()
    let answer = "docs/bank.txt"
    for (arguments, isLinked) in [([], true), (["--color", "never"], false)] {
      let terminal = try PseudoTerminal(
        arguments, in: sample.folder, environment: ["FORCE_HYPERLINK": "1"])
      terminal.expect("tanya> ")
      terminal.type("How many employees were retrained?\r")
      if isLinked {
        terminal.expect("\u{1B}]8;;file://")
        terminal.expect("\(sample.folder.path)/docs/bank.txt\u{1B}\\")
      } else {
        terminal.expect(" · \(answer)")
      }
      #expect(terminal.leave() == 0)
    }
  }
}
