import Glibc
import TestSupport
import Testing

/// Tests of the shell's commands that run programs, and of lines that never run one.
struct ShellProgramTests {
  private func shell(
    _ folder: TemporaryFolder, _ environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(["--no-history"], in: folder, environment: environment, columns: 120)
  }

  private func exists(_ folder: TemporaryFolder, _ name: String) -> Bool {
    access("\(folder.path)/\(name)", F_OK) == 0
  }

  @Test("answers and the output of commands go to programs, and :! runs one")
  func runs() throws {
    let folder = try SampleFolder().folder
    let terminal = try shell(folder)
    terminal.enter(":pipe cat > before")
    terminal.expect("Ask something first")
    terminal.enter("How many employees were retrained?")
    terminal.enter(":pipe cat > answer")
    terminal.enter(":sources | sort > sources")
    terminal.enter(":!echo run > ran; echo shown")
    terminal.expect("shown")
    terminal.enter(":!no-such-program-at-all")
    terminal.expect("did not start")
    #expect(terminal.leave() == 0)
    #expect(folder.read("answer")?.contains("retrained **5,000** employees") == true)
    #expect(folder.read("answer")?.contains("\u{1B}") == false)
    #expect(folder.read("sources")?.contains("docs/bank.txt\n") == true)
    #expect(folder.read("ran") == "run\n" && !exists(folder, "before"))
  }

  @Test("a question runs nothing, whatever it holds")
  func questions() throws {
    let folder = try SampleFolder().folder
    let terminal = try shell(folder)
    for line in [
      "bank | touch x", "bank > x", "!touch x", "bank; touch x", "$(touch x)", "`touch x`",
    ] {
      terminal.enter(line)
    }
    #expect(terminal.leave() == 0)
    #expect(!exists(folder, "x"))
  }

  @Test("pasted lines run nothing, with and without bracketed paste")
  func pastes() throws {
    let folder = try SampleFolder().folder
    let terminal = try shell(folder)
    terminal.expect("tanya> ")
    terminal.paste(":!touch x\n")
    terminal.type("\r")
    terminal.expect("tanya> ")
    terminal.paste(":!touch x\n:sources | touch x\n")
    terminal.type("\r")
    terminal.expect("lines were pasted")
    terminal.type("y\r")
    terminal.expect("tanya> ")
    terminal.type(":!touch x\r:!touch x\r:!touch x\r")
    // Ctrl-D ends the program only at an empty line, after the last of the three.
    for _ in 0..<3 { terminal.expect("Not run: :! arrived together with other lines") }
    #expect(terminal.leave() == 0)
    #expect(!exists(folder, "x"))
  }

  @Test("a pipe instead of a terminal runs nothing")
  func pipes() throws {
    let folder = try SampleFolder().folder
    let result = try RunningProgram.run(
      [], input: ":!touch x\nbank\n:pipe touch x\n:sources | touch x\n:edit\n", in: folder)
    #expect(result.output.contains(":! runs a program, which needs a terminal."))
    #expect(!exists(folder, "x"))
  }

  @Test("a question is written in an editor")
  func edits() throws {
    let folder = try SampleFolder().folder
    folder.write(
      "edit.sh",
      "#!/bin/sh\nshift\ncat \"$1\" > seen\nprintf 'How many employees\\nwere retrained?\\n' > \"$1\"\n"
    )
    chmod("\(folder.path)/edit.sh", 0o700)
    let terminal = try shell(folder, ["VISUAL": "\(folder.path)/edit.sh"])
    terminal.enter(":edit Who opened the event")
    terminal.expect("How many employees were retrained?")
    terminal.expect("5,000")
    #expect(terminal.leave() == 0)
    #expect(folder.read("seen") == "Who opened the event\n")
  }

  @Test("history, timing and kept settings")
  func keeps() throws {
    let folder = try SampleFolder().folder
    folder.write(".config/tanya/config.toml", "# mine\n[shell]\nwidth = 100\n")
    let terminal = try shell(folder)
    terminal.enter("How many employees were retrained?")
    terminal.expect("5,000")
    terminal.enter(":history retrained")
    terminal.expect("1  How many employees were retrained?")
    terminal.enter(":timing")
    terminal.expect("timing")
    terminal.enter("Who opened the event?")
    terminal.expect(" ms")
    terminal.enter(":set top 1 --save")
    terminal.expect("Saved in")
    terminal.enter("/help")
    terminal.expect(":sources")
    #expect(terminal.leave() == 0)
    #expect(
      folder.read(".config/tanya/config.toml")
        == "# mine\n[shell]\nwidth = 100\n\n[defaults]\ntop = 1\n")
    let next = try shell(folder)
    next.enter(":set top")
    next.expect("top    1")
    #expect(next.leave() == 0)
  }

  @Test("keys, editor and pager come from the configuration")
  func configures() throws {
    let folder = try SampleFolder().folder
    folder.write(
      ".config/tanya/config.toml",
      "[shell]\neditor = \"touch opened; true\"\n[keys]\n'\\C-o' = \"clear-display\"\n")
    let terminal = try shell(folder)
    terminal.enter("How many employees were retrained?")
    terminal.enter(":open 1")
    #expect(terminal.leave() == 0)
    #expect(exists(folder, "opened"))
    folder.write(".config/tanya/config.toml", "\n[keys]\n'\\C-o' = \"no-such-function\"\n")
    let refused = try shell(folder)
    #expect(refused.finish() == 2)
    #expect(refused.screen.contains("config.toml:3") && refused.screen.contains("no-such-function"))
  }

  @Test("new files are noticed before a question")
  func refreshes() throws {
    let folder = try SampleFolder().folder
    folder.write(".config/tanya/config.toml", "[defaults]\npatience = 60000\n")
    let terminal = try shell(folder)
    terminal.expect("tanya> ")
    folder.write("docs/bridge.txt", "The bridge of Solo was opened by Ratna Sari in 1964.\n")
    terminal.type("Who opened the bridge of Solo?\r")
    terminal.expect("Taken up: 1 new.")
    terminal.expect("Ratna Sari")
    #expect(terminal.leave() == 0)
  }
}
