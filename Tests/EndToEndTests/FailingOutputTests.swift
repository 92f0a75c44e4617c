import TestSupport
import Testing

/// Tests of a standard output that is closed or is a full device.
@Suite struct FailingOutputTests {
  private let sample: SampleFolder

  init() throws { sample = try SampleFolder() }

  private func shell(_ line: String) throws -> RunningProgram.Result {
    let tanya = "tanya() { '\(RunningProgram.path)' \"$@\"; }; "
    return try RunningProgram.run(
      ["-c", tanya + line], in: sample.folder, program: "/bin/sh")
  }

  @Test(
    "what cannot be written is an error that says so",
    arguments: [
      "ask employees", "ask --json employees", "ask --why-not docs/bank.txt employees",
      "batch questions.txt", "batch --retrieve questions.txt", "status", "doctor --json",
      "verify", "glossary market", "man", "completion bash", "index --json", "--help", "ask --help",
      "--version",
    ])
  func reports(command: String) throws {
    sample.folder.write("questions.txt", "How many employees?\nWho?\n")
    #expect(try shell("tanya index --quiet").status == 0)
    for output in [">/dev/full", ">&-"] {
      let result = try shell("tanya \(command) \(output)")
      #expect(result.status == 2, "\(command) \(output)")
      #expect(result.errors.contains("cannot write"), "\(command) \(output): \(result.errors)")
    }
  }

  @Test("questions that are piped in end where no answer can be written")
  func pipedQuestions() throws {
    let result = try shell("printf 'How many employees?\\n' | tanya >/dev/full; echo $?")
    #expect(result.output == "2\n" && result.errors.contains("No space left"))
  }

  @Test("an index is whole though all three streams are closed")
  func closedStreams() throws {
    #expect(try shell("tanya index --rebuild <&- >&- 2>&-").status == 0)
    #expect(try shell("tanya verify").status == 0)
    #expect(try shell("tanya batch - <&-").status == 2)
  }
}
