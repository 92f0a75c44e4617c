public import Answering

/// How well an answer agrees with those that are expected.
public struct AnswerScore: Sendable, Equatable {
  /// Citations that are looked at.
  public static let citations = 3
  /// Words of a snippet that count: who quotes whole pages finds everything.
  private static let words = 60

  /// Rank of the first citation whose snippet holds an expected answer, from 1.
  public var snippetRank: Int?
  /// Whether words were given as the answer.
  public var isGiven: Bool
  /// Whether they are an expected answer's.
  public var isExact: Bool
  /// Overlap of the words given with the expected answer that they are nearest to, 0…1.
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
