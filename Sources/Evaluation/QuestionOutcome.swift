public import Answering

/// The answer to one question, and its scores.
public struct QuestionOutcome: Sendable, Equatable {
  public let question: EvaluationQuestion
  public let answer: Answer
  /// Boolean values that indicate, for each citation, whether its source contains the snippet, byte
  /// for byte.
  public let isVerbatim: [Bool]
  /// The score of the answer, or nil if the expected answers are unknown or the question has none.
  public let score: AnswerScore?
  /// The score of the ranking, or nil if no document is known to answer.
  public let retrieval: RetrievalScore?
  /// The number of words of the first snippet, or nil without a citation.
  public let snippetWords: Int?

  /// Scores an answer.
  ///
  /// - Parameters:
  ///   - question: The question with its expected outcome.
  ///   - answer: The answer that was given.
  ///   - isVerbatim: Boolean values that indicate, for each citation, whether its source contains
  ///     the snippet, byte for byte.
  ///   - ranking: The ids of the documents found, the best first, up to `RetrievalScore.depth`.
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

  /// A Boolean value that indicates whether the outcome is as expected, or nil if there is no
  /// expectation.
  ///
  /// The outcome is right if the first snippet contains an expected answer, if a question without
  /// an answer is not "answered", or, if only documents are expected, if the first document is one
  /// of them.
  public var isRight: Bool? {
    switch question.expectation {
    case .answer: score?.snippetRank == 1
    case .none: answer.verdict != .answered
    case .unknown: retrieval.map { $0.firstRank == 1 }
    }
  }
}
