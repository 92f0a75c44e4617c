/// How the words of a sentence stand to the question's words.
extension MatchedSentence {
  /// Returns the nearness of the question's verb to some words: 1 for a verb among them, ½ for one
  /// beside them.
  func verbNearness(to words: Range<Int>) -> Double {
    guard question.terms.contains(where: { $0.isVerb && !$0.isLight }) else { return Self.verbless }
    let distances = text.words.indices.lazy.filter(isVerb).map {
      $0 < words.lowerBound ? words.lowerBound - $0 : max(0, $0 - words.upperBound + 1)
    }
    return 1 / Double(1 + min(distances.min() ?? Self.far, Self.far))
  }

  /// The nearness if the question has no verb, as in *when was the Battle of Vik?*
  private static let verbless = 0.3
  /// The distance of a verb that the sentence lacks, in words.
  private static let far = 20

  /// Returns the number of words that look like verbs, besides the question's, between the same two
  /// punctuation marks as some words.
  func otherVerbs(around words: Range<Int>) -> Int {
    clauseWords(around: words).count { text.looksLikeVerb($0) && term(at: $0) == nil }
  }
}
