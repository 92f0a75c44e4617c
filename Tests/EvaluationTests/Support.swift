import Answering
import Evaluation
import Model
import Retrieval
import TextAnalysis

extension Answer {
  /// Returns an answer with these snippets, whose text is a part of the first one.
  static func citing(
    _ snippets: String..., verdict: Verdict = .answered, words: String? = nil,
    support: Double = 0.5
  ) -> Answer {
    let document = StoredDocument(id: "a.txt", source: "a.txt")
    let citations = snippets.enumerated().map { index, snippet in
      Citation(
        rank: index + 1,
        passage: StoredPassage(text: snippet, language: .english, document: document),
        snippet: snippet, bytes: 0..<snippet.utf8.count, lines: 1...1, highlights: [], score: 1)
    }
    var range: Range<Int>?
    if let words, let first = snippets.first {
      let (text, sought) = (Array(first.utf8), Array(words.utf8))
      let start = (0...(text.count - sought.count)).first { text[$0...].starts(with: sought) }
      range = start.map { $0..<$0 + sought.count }
    }
    return Answer(
      question: "?", language: .english, type: .other, verdict: verdict, support: support,
      answerRange: range, citations: citations)
  }
}

extension QuestionOutcome {
  /// Returns a question with an answer that came out right or wrong, with this support.
  static func answerable(_ id: String = "q", right: Bool, support: Double = 0.5) -> Self {
    Self(
      EvaluationQuestion(id: id, text: id, answers: ["yes"]),
      answer: .citing(right ? "yes" : "no", support: support))
  }

  /// Returns a question without an answer, with this support.
  static func unanswerable(
    _ id: String = "q", refused: Bool = true, support: Double = 0.5
  ) -> Self {
    Self(
      EvaluationQuestion(id: id, text: id, isAnswerable: false),
      answer: .citing("no", verdict: refused ? .related : .answered, support: support))
  }
}
