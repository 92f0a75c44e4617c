import Glibc
import TestSupport
import Testing

/// Tests that the program does exactly what the README shows.
struct ReadmeTests {
  @Test(
    "the README's sessions print what it shows",
    .enabled(
      if: access("/usr/share/dictd/freedict-eng-ind.index", R_OK) == 0,
      "the README's set-up installs this dictionary"))
  func sessions() throws {
    var readme = try #require(ReadmeSession())
    try #require(readme.steps.count > 5)
    let folder = try TemporaryFolder(template: ReadmeSession.homeTemplate)
    let copied = try RunningProgram.run(
      ["-r", "\(RankingRun.fixtures)/Notes", "notes"], in: folder, program: "/bin/cp")
    try #require(copied.status == 0)
    let outputs = try readme.steps.map { try Self.output(of: $0.step, in: folder) }
    if getenv("TANYA_RENEW_README") != nil {
      readme.renew(outputs)
      readme = try #require(ReadmeSession())
    }
    for ((_, step), output) in zip(readme.steps, outputs) {
      #expect(
        ReadmeSession.lasting(step.output) == ReadmeSession.lasting(output),
        """
        $ \(step.command)
        \(output.joined(separator: "\n"))
        If this is meant, renew the README with \(ReadmeSession.renewal)
        """)
    }
  }

  @Test(
    "the README's picture shows what the program prints",
    .enabled(
      if: access("/usr/share/dictd/freedict-eng-ind.index", R_OK) == 0,
      "the README's set-up installs this dictionary"))
  func picture() throws {
    let folder = try TemporaryFolder(template: ReadmeSession.homeTemplate)
    let copied = try RunningProgram.run(
      ["-r", "\(RankingRun.fixtures)/Notes", "notes"], in: folder, program: "/bin/cp")
    try #require(copied.status == 0)
    try #require(
      RunningProgram.run(["index", "--quiet", "notes"], in: folder, environment: [:]).status == 0)
    let questions = try #require(ReadmeSession()).steps.map(\.step)
      .filter { $0.command.hasPrefix("tanya ask ") }
    try #require(questions.count > 2)
    let svg = SessionPicture.svg(
      of: try questions.map { question in
        var colored = question
        colored.command += " --color always"
        return SessionPicture.Step(
          command: question.command,
          output: try Self.output(of: colored, in: folder).joined(separator: "\n"))
      })
    let path = "\(RankingRun.fixtures)/session.svg"
    if getenv("TANYA_RENEW_README") != nil { FileBytes.write(svg.utf8, to: path) }
    #expect(
      FileBytes.text(path) == svg, "If this is meant, renew it with \(ReadmeSession.renewal)")
  }

  private static func output(
    of step: ReadmeSession.Step, in folder: TemporaryFolder
  ) throws -> [String] {
    let programs = RunningProgram.path.split(separator: "/").dropLast().reduce("") {
      $0 + "/" + $1
    }
    // Other programs are not in the path, because `doctor` reports which of them are installed.
    let environment = ["PATH": programs, "TERM": "dumb"]
    var screen: String
    if step.typed.isEmpty {
      screen = try RunningProgram.run(
        ["-c", "exec 2>&1; \(step.command)"], in: folder, environment: environment,
        program: "/bin/sh"
      ).output
    } else {
      let terminal = try PseudoTerminal([], in: folder, environment: environment)
      for line in step.typed {
        terminal.expect(ReadmeSession.prompt)
        terminal.type(line + "\r")
      }
      #expect(terminal.finish() == 0)
      screen = terminal.screen
    }
    screen = String(screen.unicodeScalars.filter { $0 != "\r" })
    screen.replace(folder.path, with: ReadmeSession.home)
    while screen.hasSuffix("\n") { screen.removeLast() }
    return screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("times and sizes may differ, nothing else")
  func comparesWhatLasts() {
    let lines = ["Indexed 2 documents in 0.02 s into x (3.3 kB).", "9 bytes"]
    #expect(
      ReadmeSession.lasting(lines)
        == ReadmeSession.lasting(["Indexed 2 documents in 1.45 s into x (12 MB).", "1,019 bytes"]))
    #expect(
      ReadmeSession.lasting(lines)
        != ReadmeSession.lasting(["Indexed 3 documents in 0.02 s into x (3.3 kB).", "9 bytes"]))
  }
}
