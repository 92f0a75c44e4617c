import Glibc
import JSON
import TestSupport
import Testing

struct BatchTests {
  @Test("each question is answered before the next is sent", arguments: [1, 2, 8])
  func answersAtOnce(threads: Int) throws {
    let sample = try SampleFolder()
    let program = try RunningProgram(
      ["batch", "--retrieve", "--threads", "\(threads)"], in: sample.folder)
    for number in 0..<50 {
      program.send("{\"id\": \"q\(number)\", \"text\": \"employees of the bank\"}\n")
      let line = try #require(program.nextLine())
      let answer = try JSONValue(parsing: line)
      #expect(answer["id"]?.string == "q\(number)")
      #expect(answer["hits"]?[0]?[0]?.string == "docs/bank.txt")
      #expect((answer["us"]?.integer ?? -1) >= 0)
    }
    program.closeInput()
    #expect(program.finish().status == 0)
  }

  @Test("answers come in the order of the questions, whatever answers them", arguments: [1, 4])
  func keepsOrder(threads: Int) throws {
    let sample = try SampleFolder()
    let questions = (0..<2_000).map { number in
      number.isMultiple(of: 7)
        ? String(repeating: "digital talents bank employees ", count: 50) : "bank \(number)"
    }
    let result = try sample.run(
      "batch", "--threads", "\(threads)", input: questions.joined(separator: "\n") + "\n")
    let answers = try result.output.split(separator: "\n").map {
      try JSONValue(parsing: String($0))
    }
    #expect(answers.map { $0["id"]?.string } == (1...2_000).map { "\($0)" })
    #expect(answers.map { $0["question"]?.string } == questions)
  }

  @Test("bad lines give error objects, the run goes on, and the exit status is 2")
  func goesOn() throws {
    let lines = [
      "# a comment", "", "bank", "{\"id\": \"x\"}", "{broken", "{\"_id\": 7, \"text\": \"bank\"}",
    ]
    let result = try SampleFolder().run("batch", input: lines.joined(separator: "\n"))
    let answers = try result.output.split(separator: "\n").map {
      try JSONValue(parsing: String($0))
    }
    #expect(answers.map { $0["id"]?.string } == ["3", "x", "5", "7"])
    #expect(answers.map { $0["error"] != nil } == [false, true, true, false])
    #expect(result.status == 2)
  }

  @Test("a question without an answer makes the exit status 1, but not of a ranking")
  func exits() throws {
    let sample = try SampleFolder()
    #expect(try sample.run("batch", input: "employees of the bank\n").status == 0)
    #expect(try sample.run("batch", input: "bank\nAtlantis\n").status == 1)
    #expect(try sample.run("batch", "--retrieve", input: "Atlantis\n").status == 0)
    #expect(try sample.run("batch", input: "").status == 0)
  }

  @Test(
    "every form begins as it should",
    arguments: [
      (["--format", "tsv"], "id\tverdict\t"), (["--format", "markdown"], "## bank\n"),
      (["--format", "text"], "? bank\n"), (["--retrieve", "--format", "tsv"], "id\trank\t"),
      (["--retrieve", "--format", "trec"], "1 Q0 docs/bank.txt 1 "),
      (["--json"], "{\"version\":2,"),
    ])
  func writesForms(options: [String], beginning: String) throws {
    let sample = try SampleFolder()
    let result = try RunningProgram.run(
      ["batch"] + options, input: "bank\n", in: sample.folder)
    #expect(result.output.hasPrefix(beginning))
  }

  @Test("answers are the same however little of the index may stay in memory")
  func memory() throws {
    let sample = try SampleFolder()
    let questions = (0..<64).map { "employees of the bank \($0)\n" }.joined()
    let results = try ["16M", "1G"].map {
      try sample.run("batch", "--format", "tsv", "--memory", $0, input: questions).output
    }
    #expect(results[0] == results[1] && results[0].split(separator: "\n").count > 64)
    let refused = try sample.run("batch", "--memory", "8M", input: questions)
    #expect(refused.status == 2 && refused.errors.contains("--memory must be at least 16M."))
  }

  @Test("Ctrl-C ends a batch that waits with 130, and keeps what was answered")
  func interrupts() throws {
    let sample = try SampleFolder()
    let program = try RunningProgram(["batch", "--threads", "2"], in: sample.folder)
    program.send("bank\n")
    #expect(program.nextLine() != nil)
    program.signal(SIGINT)
    let result = program.finish()
    #expect(result.status == 130 && result.errors == "")
  }

  @Test("a closed pipe ends a batch in silence")
  func endsWithPipe() throws {
    let sample = try SampleFolder()
    let script = "yes bank | '\(RunningProgram.path)' batch | head -n 1 | wc -l"
    let result = try RunningProgram.run(["-c", script], in: sample.folder, program: "/bin/sh")
    #expect(result.output.contains("1") && result.errors == "")
  }
}
