public import Answering

/// The agreement of an answer with the expected answers.
public struct AnswerScore: Sendable, Equatable {
  /// The maximum number of citations that are examined.
  public static let citations = 3
  /// The maximum number of words of a snippet that are examined. Quoting whole pages would find
  /// everything.
  private static let words = 60

  /// The rank, from 1, of the first citation whose snippet contains an expected answer, or nil if
  /// none does.
  public var snippetRank: Int?
  /// A Boolean value that indicates whether the answer has a text.
  public var isGiven: Bool
  /// A Boolean value that indicates whether the text is an expected answer.
  public var isExact: Bool
  /// The overlap of the text with the most similar expected answer, from 0 to 1.
  public var f1: Double

  public init(_ answer: Answer, expected: [String]) {
    let expected = expected.map { NormalizedText($0) }
    snippetRank = answer.citations.prefix(Self.citations).firstIndex { citation in
      let snippet = NormalizedText(citation.snippet, limit: Self.words)
      return expected.contains { !$0.isEmpty && snippet.contains($0) }
    }.map { $0 + 1 }
    guard answer.verdict != .none, let text = answer.text, !text.isEmpty else {
      (isGiven, isExact, f1) = (false, false, 0)
      return
    }
    let given = NormalizedText(text)
    isGiven = true
    isExact = expected.contains(given)
    f1 = expected.map { given.f1(against: $0) }.max() ?? 0
  }
}
