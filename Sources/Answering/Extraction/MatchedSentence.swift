/// A scanned sentence with the question's words in it.
struct MatchedSentence {
  let text: ScannedText
  /// The range of the sentence, in UTF-8 bytes of the passage.
  let range: Range<Int>
  let matches: [TermMatch]
  let question: QuestionTerms
  let expected: ExpectedAnswer
  /// A Boolean value that indicates whether the lead-in of the sentence, such as the question that it
  /// answers, holds the role that the question asks for.
  var isRoleIntroduced = false
  /// The places where one clause ends and another begins.
  let boundaries: ClauseBoundaries
  /// The indices of negating words.
  let negations: [Int]

  init(
    text: ScannedText, range: Range<Int>, matches: [TermMatch], question: QuestionTerms,
    expected: ExpectedAnswer
  ) {
    self.text = text
    self.range = range
    self.matches = matches
    self.question = question
    self.expected = expected
    boundaries = ClauseBoundaries(text)
    negations = text.negations
  }

  /// The distance in bytes at which nearness to a question word is one half.
  private static let nearness = 30.0
  /// The distance in bytes from which names count as equally far.
  private static let subject = 40

  func isMatched(_ range: Range<Int>) -> Bool {
    matches.contains { $0.range.overlaps(range) }
  }

  /// Returns the nearness of the question's words to a range, weighted by word, from 0 to 1.
  func closeness(of range: Range<Int>) -> Double {
    guard question.totalWeight > 0 else { return 0 }
    // There are at most `QuestionTerms.limit` terms. The array is on the stack because this runs
    // for every candidate.
    var best = InlineArray<64, Double>(repeating: 0)
    for match in matches {
      let distance =
        match.range.upperBound <= range.lowerBound
        ? range.lowerBound - match.range.upperBound
          + boundaries.cost(between: match.range.upperBound, and: range.lowerBound)
        : max(0, match.range.lowerBound - range.upperBound)
          + boundaries.cost(between: range.upperBound, and: match.range.lowerBound)
      // The subject at the head of a sentence belongs to all of its clauses.
      let far = question.terms[match.term].isEntity ? min(distance, Self.subject) : distance
      best[match.term] = max(
        best[match.term], match.strength * Self.nearness / (Self.nearness + Double(far)))
    }
    var sum = 0.0
    for index in question.terms.indices { sum += best[index] * question.terms[index].weight }
    return sum / question.totalWeight
  }

  /// Returns the best candidate by its own confidence plus its nearness to the question's words.
  func nearest(_ candidates: some Sequence<AnswerSpan>) -> AnswerSpan? {
    var best: (span: AnswerSpan, score: Double)?
    var second = 0.0
    for var candidate in candidates where candidate.confidence > 0 {
      candidate.closeness = closeness(of: candidate.range)
      let score = candidate.confidence + candidate.closeness
      if score > best?.score ?? 0 {
        second = best?.score ?? 0
        best = (candidate, score)
      } else {
        second = max(second, score)
      }
    }
    guard case (var span, let score)? = best else { return nil }
    span.confidence = min(1, span.confidence)
    span.margin = min(1, score - second)
    return span
  }
}

/// The question's words around a candidate.
extension MatchedSentence {
  /// The part of a sentence, between two punctuation marks, that surrounds some words.
  struct Clause {
    /// The weight of the question's terms in the clause, without the words, as a share of all.
    var share = 0.0
    var hasTerm = false
    /// A Boolean value that indicates whether a term in the clause looks like a verb.
    var hasVerb = false
  }

  func clause(around words: Range<Int>) -> Clause {
    var clause = Clause()
    var seen: UInt64 = 0
    for index in clauseWords(around: words) {
      guard let term = term(at: index) else { continue }
      if text.looksLikeVerb(index) { clause.hasVerb = true }
      guard !words.contains(index), seen & 1 << UInt64(term) == 0 else { continue }
      seen |= 1 << UInt64(term)
      clause.hasTerm = true
      clause.share += question.terms[term].weight / question.totalWeight
    }
    return clause
  }

  /// Returns the range of the words between the same two punctuation marks as some words.
  func clauseWords(around words: Range<Int>) -> Range<Int> {
    var start = words.lowerBound
    var end = words.upperBound
    while start > 0, !parts(text.words[start].gap) { start -= 1 }
    while end < text.words.count, !parts(text.words[end].gap) { end += 1 }
    return start..<end
  }

  private func parts(_ gap: Word.Gap) -> Bool {
    switch gap {
    case .start, .comma, .parenthesis, .period, .other: true
    case .space, .hyphen, .slash, .ampersand, .quote: false
    }
  }

  /// Returns whether a word matches a verb of the question.
  func isVerb(_ index: Int) -> Bool {
    term(at: index).map { question.terms[$0].isVerb && !question.terms[$0].isLight } ?? false
  }

  /// Returns the question's term that a word matches, or nil if there is none.
  func term(at index: Int) -> Int? {
    guard text.words.indices.contains(index) else { return nil }
    let range = text.words[index].range
    return matches.first { $0.range.overlaps(range) }?.term
  }

  /// Returns the words that some bytes overlap.
  func words(in range: Range<Int>) -> Range<Int>? {
    guard let first = text.words.firstIndex(where: { $0.range.overlaps(range) }),
      let last = text.words.lastIndex(where: { $0.range.overlaps(range) })
    else { return nil }
    return first..<(last + 1)
  }

  /// Returns the range of some words in bytes.
  func range(of words: Range<Int>) -> Range<Int> {
    text.words[words.lowerBound].range
      .lowerBound..<text.words[words.upperBound - 1].range.upperBound
  }
}
