import Evaluation
import JSON
import Testing

@Suite struct EvaluationReportTests {
  static func bytes(_ report: EvaluationReport) -> [UInt8] {
    var writer = JSONWriter()
    report.write(to: &writer)
    return writer.bytes
  }

  @Test("a run that was saved reads back as what a comparison needs")
  func roundTrip() throws {
    let report = EvaluationReport([
      .answerable("a", right: true), .answerable("b", right: false), .unanswerable("c"),
      QuestionOutcome(EvaluationQuestion(text: "d"), answer: .citing("x")),
    ])
    let saved = try SavedEvaluation(parsing: Self.bytes(report))
    #expect(saved.isRight == ["a": true, "b": false, "c": true])
    #expect(saved.figures == report.figures.values)
  }

  @Test("a saved run that is cut off anywhere is an error")
  func damaged() {
    let bytes = Self.bytes(EvaluationReport([.answerable(right: true)]))
    for count in 0..<(bytes.count - 2) {
      #expect(throws: SavedEvaluation.ReadingError.self) {
        try SavedEvaluation(parsing: Array(bytes[..<count]))
      }
    }
  }

  @Test(
    "what is no saved run is told from one of a newer form",
    arguments: [
      ("[]", .foreign), (#"{"version": 1}"#, .foreign), ("x", .malformed(offset: 0)),
      (#"{"version": 2, "figures": {}, "questions": []}"#, .newer(version: 2)),
      (#"{"version": 1, "figures": {}, "questions": [{}]}"#, .foreign),
    ] as [(String, SavedEvaluation.ReadingError)])
  func foreign(text: String, error: SavedEvaluation.ReadingError) {
    #expect(throws: error) { try SavedEvaluation(parsing: Array(text.utf8)) }
  }

  @Test("questions change sides, come and go")
  func comparison() {
    let earlier = SavedEvaluation(
      figures: [.snippet1: 0.5, .success1: 0.5],
      isRight: ["won": false, "lost": true, "same": true, "gone": true])
    let report = EvaluationReport([
      .answerable("won", right: true), .answerable("lost", right: false),
      .answerable("same", right: true), .answerable("new", right: false),
    ])
    let comparison = EvaluationComparison(from: earlier, to: report)
    #expect(comparison.gained.map(\.question.id) == ["won"])
    #expect(comparison.lost.map(\.question.id) == ["lost"])
    #expect(comparison.added.map(\.question.id) == ["new"])
    #expect(comparison.removed == 1)
    #expect(comparison.changes.map(\.measure) == [.snippet1])
    #expect(comparison.changes.map(\.after) == [0.5])
  }

  @Test("kinds have figures of their own; questions without an answer are one")
  func kinds() {
    let english = QuestionOutcome(
      EvaluationQuestion(text: "?", answers: ["x"], kind: "en"), answer: .citing("x"))
    #expect(EvaluationReport([english]).kinds.isEmpty)
    let report = EvaluationReport([.unanswerable(), english])
    #expect(report.kinds.map(\.kind) == ["en", "none"])
    #expect(report.kinds.first?.figures[.snippet1] == 1)
    #expect(report.kinds.last?.figures[.refused] == 1)
  }

  @Test("where only documents are known, the first of them decides")
  func onlyDocuments() {
    func isRight(_ ranking: [String]) -> Bool? {
      let question = EvaluationQuestion(text: "?", documents: ["a": 1])
      return QuestionOutcome(question, answer: .citing("x"), ranking: ranking).isRight
    }
    #expect(isRight(["a", "b"]) == true)
    #expect(isRight(["b", "a"]) == false)
    #expect(isRight([]) == false)
  }
}
