import TestSupport
import Testing

@testable import Evaluation

@Suite("Fuzzed evaluation files") struct FuzzTests {
  @Test func questionFile() {
    let text = """
      # made up
      Who founded it?
        = Ann Lee
        @ a/b.md
      Who won?
        = NONE
      {"_id": "q1", "text": "Siapa?", "answers": ["Bo"], "documents": ["d"], "answerable": true}
      """
    let outcome = Fuzzing("question-file", [Array(text.utf8)]).run {
      bytes throws(QuestionFileError) in
      var parser = QuestionFileParser()
      for (number, line) in bytes.split(separator: 0x0A).enumerated() {
        try parser.add(Array(line), number: number + 1)
      }
    }
    #expect(outcome.isTelling)
  }

  @Test func savedEvaluation() {
    let text = """
      {"version": 1, "figures": {"exactMatch": 0.5, "f1": 1e-3},
       "questions": [{"id": "q1", "right": true}, {"id": "q2", "right": null}]}
      """
    let outcome = Fuzzing("saved-evaluation", [Array(text.utf8)]).run {
      bytes throws(SavedEvaluation.ReadingError) in
      _ = try SavedEvaluation(parsing: Array(bytes))
    }
    #expect(outcome.isTelling)
  }
}
