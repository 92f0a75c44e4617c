import TestSupport
import Testing

/// Tests of help, the manual page and completion, as the real program writes them.
struct ManualTests {
  private static let commands = [
    "shell", "ask", "batch", "index", "show", "text", "glossary", "status", "doctor", "verify",
    "eval", "mcp", "cluster", "config", "completion", "man",
  ]

  private func run(_ arguments: String...) throws -> RunningProgram.Result {
    try RunningProgram.run(arguments, in: try TemporaryFolder())
  }

  @Test("the commands that are tested here are all that there are")
  func knowsCommands() throws {
    let help = try run("--help").output
    let names = help.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(names == Self.commands)
  }

  @Test("help begins with examples", arguments: [[]] + commands.map { [$0] })
  func beginsWithExamples(command: [String]) throws {
    let folder = try TemporaryFolder()
    let help = try RunningProgram.run(command + ["--help"], in: folder)
    let lines = help.output.split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.firstIndex(of: "Examples:")
    let usage = lines.firstIndex { $0.hasPrefix("USAGE:") }
    #expect(help.status == 0)
    #expect(try #require(first) < #require(usage))
    // The description takes at most two lines, and the examples follow it.
    #expect(try #require(first) <= 3)
    let example = (["tanya"] + command.filter { $0 != "shell" }).joined(separator: " ")
    #expect(lines[try #require(first) + 1].hasPrefix("  \(example)"))
    #expect(lines.prefix { !$0.hasPrefix("USAGE:") }.allSatisfy { $0.count <= 80 })
  }

  @Test("the manual page has every command and every option that help has")
  func pageIsComplete() throws {
    let page = try run("man")
    #expect(page.status == 0 && page.errors == "")
    for command in Self.commands {
      #expect(page.output.contains(".SS \"tanya \(command)\"\n"))
      let help = try run(command, "--help").output
      let options = help.split { " ,[]\n".contains($0) }
        .filter { $0.hasPrefix("--") && $0.allSatisfy { $0.isLetter || $0 == "-" || $0.isNumber } }
      #expect(!options.isEmpty)
      for option in Set(options) {
        let escaped = option.map { $0 == "-" ? "\\-" : "\($0)" }.joined()
        #expect(page.output.contains("\\fB\(escaped)\\fR"), "\(command) \(option)")
      }
    }
  }

  @Test(
    "the manual page has its sections",
    arguments: [
      "NAME", "SYNOPSIS", "DESCRIPTION", "EXAMPLES", "EXIT STATUS", "ENVIRONMENT", "FILES",
    ]
  )
  func pageHasSections(name: String) throws {
    #expect(try run("man").output.contains(".SH \"\(name)\"\n"))
  }

  @Test("nothing of the manual page is taken for a request, and all of it is ASCII")
  func pageIsWellFormed() throws {
    let requests: Set = ["TH", "SH", "SS", "PP", "TP", "br", "nf", "fi"]
    let page = try run("man").output
    for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(requests.contains(String(line.dropFirst().prefix { $0 != " " })), "\(line)")
    }
    #expect(page.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(
    "a completion script names the commands and the values",
    arguments: [
      ("bash", ["doctor", "markdown", "complete -o filenames -F _tanya tanya"]),
      ("zsh", ["#compdef tanya", "'doctor:", "'markdown'", "_files"]),
      ("fish", ["doctor", "markdown", "complete -c 'tanya'"]),
    ])
  func completes(shell: String, words: [String]) throws {
    let script = try run("completion", shell)
    #expect(script.status == 0)
    for word in words { #expect(script.output.contains(word), "\(word)") }
  }

  @Test(
    "bash completes commands, values, files and folders",
    arguments: [
      ("tanya do", "doctor"), ("tanya ask --language i", "id"),
      ("tanya ask --format m", "markdown"),
      ("tanya ask --color n", "never"), ("tanya batch que", "questions.txt"),
      ("tanya index --index not", "notes"), ("tanya completion f", "fish"),
      ("tanya eval --sa", "--save"),
    ])
  func completesInBash(line: String, word: String) throws {
    let folder = try TemporaryFolder(["questions.txt": "", "notes/a.txt": ""])
    let script = """
      source <("$0" completion bash)
      COMP_LINE=$1 COMP_POINT=${#1}
      read -r -a COMP_WORDS <<<"$1"
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _tanya tanya "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let result = try RunningProgram.run(
      ["-c", script, RunningProgram.path, line], in: folder, program: "/bin/bash")
    #expect(result.output == "\(word)\n", "\(result.errors)")
  }

  @Test("bash completes a command also where a folder has its name")
  func completesBesideFolder() throws {
    let folder = try TemporaryFolder(["index/manifest": ""])
    let programs = RunningProgram.path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    let bash = try PseudoTerminal(
      ["--norc", "-i"], in: folder,
      environment: ["PS1": "outer> ", "PATH": "\(programs):/usr/bin:/bin"], program: "/bin/bash")
    bash.enter("source <(tanya completion bash)", at: "outer> ")
    bash.expect("outer> ")
    bash.type("tanya ind\t")
    bash.expect("tanya index ")
    // Ctrl-U deletes the line.
    bash.type("\u{15}exit 0\r")
    #expect(bash.finish() == 0)
  }
}
