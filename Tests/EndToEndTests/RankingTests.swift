import Glibc
import JSON
import TestSupport
import Testing

/// Tests of `tanya eval` and, through it, of the ranking.
@Suite struct RankingTests {
  @Test("the questions over the built-in articles come to what ranking.txt says")
  func ranking() throws {
    let run = try RankingRun([RankingRun.questions, "--json"], in: TemporaryFolder())
    try #require(run.status == 0, "\(run.errors)")
    let record = RankingRecord(of: try JSONValue(parsing: run.output))
    if getenv("TANYA_RENEW_RANKING") != nil { record.write() }
    let changes = RankingRecord(reading: ()).changes(to: record)
    #expect(
      changes.isEmpty,
      """
      The ranking changed:
      \(changes.joined(separator: "\n"))
      If this is meant, renew the record with \(RankingRecord.renewal)
      """)
  }

  @Test("every citation of the built-in articles is verbatim")
  func verbatim() throws {
    let run = try RankingRun(
      [RankingRun.questions, "--failures", "0", "--require", "verbatim>=1"], in: TemporaryFolder())
    #expect(run.status == 0, "\(run.output)")
  }

  @Test("the same questions give the same bytes with any number of threads")
  func threads() throws {
    let outputs = try ["1", "3"].map { threads in
      try RankingRun(
        [RankingRun.questions, "--json", "--threads", threads], in: TemporaryFolder()
      ).output
    }
    #expect(outputs[0] == outputs[1])
  }

  static let questions = """
    # one that is answered and one that cannot be
    Who founded OpenAI?
      = Sam Altman
      @ sample/national-strategy.md
    Who is the president of Brazil?
      = NONE
    """

  @Test(
    "a threshold that is missed is exit status 1",
    arguments: [
      ("snippet@1>=1", 0, "met  snippet@1>=1.0: 1.0000"),
      ("snippet@1>1", 1, "MISSED  snippet@1>1.0: 1.0000"),
    ])
  func thresholds(threshold: String, status: Int32, line: String) throws {
    let run = try RankingRun(
      "--require", "refused>=1", "--require", threshold, asking: Self.questions,
      in: TemporaryFolder())
    #expect(run.status == status)
    #expect(run.output.contains(line))
  }

  @Test("a failed question is shown with what was expected, what came and where its document is")
  func failures() throws {
    let wrong = """
      Who founded OpenAI?
        = Nobody at all
        @ sample/national-strategy.md
        @ sample/missing.md
      """
    let run = try RankingRun("--quiet", asking: wrong, in: TemporaryFolder())
    #expect(run.status == 0)
    for part in [
      "1 question failed", "expected  “Nobody at all”", "result    answered: “Sam Altman”",
      "sample/national-strategy.md: document 1", "(sample/missing.md)",
    ] {
      #expect(run.output.contains(part), "\(run.output)")
    }
    let short = try RankingRun("--failures", "0", asking: wrong, in: TemporaryFolder())
    #expect(!short.output.contains("Nobody"))
  }

  @Test("a run that was saved can be compared with: figures, and questions that changed sides")
  func comparison() throws {
    let place = try TemporaryFolder()
    let first = try RankingRun("--save", "run.json", asking: Self.questions, in: place)
    #expect(first.status == 0, "\(first.errors)")
    let same = try RankingRun("--compare", "run.json", asking: Self.questions, in: place)
    #expect(same.output.contains("every figure and every question is unchanged"))
    let changed = Self.questions.split(separator: "\n")
      .map { $0 == "  = Sam Altman" ? "  = Someone else" : String($0) }.joined(separator: "\n")
    let other = try RankingRun("--compare", "run.json", asking: changed, in: place)
    #expect(other.output.contains("lost: 1 question\n    Who founded OpenAI?"))
    #expect(other.output.contains("snippet@1"))
    #expect(other.output.contains("-1.0000"))
  }

  @Test(
    "what cannot be read is exit status 2 and a sentence that says where",
    arguments: [
      (["questions.txt"], "= x\n", "questions.txt, line 1: "),
      (["questions.txt"], "Who?\n", "does not say what is expected of any question"),
      (["questions.txt"], "{\"text\": \"Who?\", \"answers\": 1}", "line 1: \"answers\" must be"),
      (["questions.txt", "--require", "AUC>=0"], "Who?\n = x\n", "there is no such figure"),
      (["questions.txt", "--require", "fun>=0"], "Who?\n = x\n", "snippet@3"),
      (["questions.txt", "--compare", "questions.txt"], "Who?\n = x\n", "is not JSON"),
      (["missing.txt"], "", "missing.txt"),
    ])
  func errors(arguments: [String], questions: String, message: String) throws {
    let place = try TemporaryFolder()
    place.write("questions.txt", questions)
    let run = try RankingRun(arguments, in: place)
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
