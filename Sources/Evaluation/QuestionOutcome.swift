public import Answering

/// The answer to one question, and its scores.
public struct QuestionOutcome: Sendable, Equatable {
  public let question: EvaluationQuestion
  public let answer: Answer
  /// Of each citation, whether its source holds the snippet, byte for byte.
  public let isVerbatim: [Bool]
  /// Nil where the question's answers are not known, or are that it has none.
  public let score: AnswerScore?
  /// Nil where no document is known to answer it.
  public let retrieval: RetrievalScore?
  /// Words of the first snippet; nil without a citation.
  public let snippetWords: Int?

  /// - Parameters:
  ///   - question: The question with what is expected.
  ///   - isVerbatim: Whether every snippet is a part of its source, byte for byte.
  ///   - answer: The answer that was given.
  ///   - ranking: ids of the documents found, best first, up to `RetrievalScore.depth`.
  public init(
    _ question: EvaluationQuestion, answer: Answer, isVerbatim: [Bool] = [],
    ranking: [String] = []
  ) {
    self.question = question
    self.answer = answer
    self.isVerbatim = isVerbatim
    score =
      if case .answer(let expected) = question.expectation {
        AnswerScore(answer, expected: expected)
      } else {
        nil
      }
    let relevant = question.relevantDocuments
    retrieval = relevant.isEmpty ? nil : RetrievalScore(ranking: ranking, relevant: relevant)
    snippetWords = answer.citations.first.map { WordSplitter.words(of: $0.snippet).count }
  }

  /// Whether it came out as it should: the first snippet holds an expected answer; it is refused
  /// where there is none; or, where nothing else is known, the first document is one that answers.
  /// Nil where nothing is expected.
  public var isRight: Bool? {
    switch question.expectation {
    case .answer: score?.snippetRank == 1
    case .none: answer.verdict != .answered
    case .unknown: retrieval.map { $0.firstRank == 1 }
    }
  }
}
