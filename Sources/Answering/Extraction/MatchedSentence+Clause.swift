/// The question's words around a candidate.
extension MatchedSentence {
  /// What stands with some words between the same two marks.
  struct Clause {
    /// The weight of the question's terms beside the words, as a share of all.
    var share = 0.0
    var hasTerm = false
    /// A term among them looks like a verb.
    var hasVerb = false
  }

  func clause(around words: Range<Int>) -> Clause {
    var start = words.lowerBound
    var end = words.upperBound
    while start > 0, !parts(text.words[start].gap) { start -= 1 }
    while end < text.words.count, !parts(text.words[end].gap) { end += 1 }
    var clause = Clause()
    var seen: UInt64 = 0
    for index in start..<end {
      guard let term = term(at: index) else { continue }
      if text.looksLikeVerb(index) { clause.hasVerb = true }
      guard !words.contains(index), seen & 1 << UInt64(term) == 0 else { continue }
      seen |= 1 << UInt64(term)
      clause.hasTerm = true
      clause.share += question.terms[term].weight / question.totalWeight
    }
    return clause
  }

  private func parts(_ gap: Word.Gap) -> Bool {
    switch gap {
    case .start, .comma, .parenthesis, .period, .other: true
    case .space, .hyphen, .slash, .ampersand, .quote: false
    }
  }

  /// The question's term that a word stands for.
  func term(at index: Int) -> Int? {
    guard text.words.indices.contains(index) else { return nil }
    let range = text.words[index].range
    return matches.first { $0.range.overlaps(range) }?.term
  }

  /// The bytes of some words.
  func range(of words: Range<Int>) -> Range<Int> {
    text.words[words.lowerBound].range
      .lowerBound..<text.words[words.upperBound - 1].range.upperBound
  }
}
