/// A scanned sentence with the question's words in it.
struct MatchedSentence {
  let text: ScannedText
  /// UTF-8 bytes of the passage.
  let range: Range<Int>
  let matches: [TermMatch]
  let question: QuestionTerms
  let expected: ExpectedAnswer

  /// Bytes over which nearness to a question word halves.
  private static let nearness = 30.0

  func isMatched(_ range: Range<Int>) -> Bool {
    matches.contains { $0.range.overlaps(range) }
  }

  /// How near the question's words stand to a range, each by its weight: 0…1.
  func closeness(of range: Range<Int>) -> Double {
    guard question.totalWeight > 0 else { return 0 }
    // At most `QuestionTerms.limit`; on the stack, since every candidate asks.
    var best = InlineArray<64, Double>(repeating: 0)
    for match in matches {
      let distance =
        match.range.upperBound <= range.lowerBound
        ? range.lowerBound - match.range.upperBound
        : max(0, match.range.lowerBound - range.upperBound)
      best[match.term] = max(
        best[match.term], match.strength * Self.nearness / (Self.nearness + Double(distance)))
    }
    var sum = 0.0
    for index in question.terms.indices { sum += best[index] * question.terms[index].weight }
    return sum / question.totalWeight
  }

  /// The best of some ranges, each with its own confidence before nearness counts.
  func nearest(_ candidates: some Sequence<AnswerSpan>) -> AnswerSpan? {
    var best: (span: AnswerSpan, score: Double)?
    for candidate in candidates where candidate.confidence > 0 {
      let score = candidate.confidence + closeness(of: candidate.range)
      if score > best?.score ?? 0 { best = (candidate, score) }
    }
    guard var span = best?.span else { return nil }
    span.confidence = min(1, span.confidence)
    return span
  }
}
