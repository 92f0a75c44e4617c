/// The event that a date belongs to.
extension MatchedSentence {
  /// The share of confidence that remains in the date of something else.
  private static let otherEvent = 0.3

  /// Returns the share of confidence, 0…1, that the words around a date leave that it is the date
  /// of what the question asks about.
  ///
  /// - Parameter date: The range of the date, in bytes, which may be a span of two dates.
  func eventShare(of date: Range<Int>) -> Double {
    guard let words = words(in: date) else { return 1 }
    let isOther =
      isAttributive(words) || isBoundary(words) || isOtherLifeEvent(words)
      || isLifetime(words) && !asksLifetime(words)
    return isOther ? Self.otherEvent : 1
  }

  /// Returns whether a date describes the noun after it: `the 17th-century poet`, `a 1973 film`.
  private func isAttributive(_ words: Range<Int>) -> Bool {
    let next = words.upperBound
    guard text.convention == .decimalPoint, next < text.words.count,
      text.words[next].gap == .space, !text.isFunction(next), !text.words[next].isNumber
    else { return false }
    if words.count > 1, text.words[next - 1].gap == .hyphen,
      text.words[next - 1].classes.contains(.century)
    {
      return true
    }
    let before = words.lowerBound - 1
    return before >= 0 && text.words[words.lowerBound].gap == .space
      && Self.determiners.contains(text.words[before].key)
      && !text.word(words.lowerBound, is: [.timeOfYear, .month])
      && text.words[next - 1].shape == .number
  }

  private static let determiners = [
    "a", "an", "the", "his", "her", "its", "their", "this", "that", "our", "my", "another",
  ].map { WordKey($0) }

  /// Returns whether a date only limits the time of what is told: `until 1960`, `sebelum 1885`.
  private func isBoundary(_ words: Range<Int>) -> Bool {
    guard expected.form != .ending, !question.asksOrigin else { return false }
    let before = text.words[..<words.lowerBound].suffix(2)
    return before.contains { Self.limits.contains($0.key) && !isMatched($0.range) }
  }

  private static let limits = [
    "until", "till", "before", "prior", "after", "sebelum", "sesudah", "setelah",
  ].map { WordKey($0) }

  /// Returns whether a date is that of a birth if the question asks for a death, or the reverse, or
  /// if neither is told beside it.
  private func isOtherLifeEvent(_ words: Range<Int>) -> Bool {
    let asked = question.terms.map(\.synonyms)
    let wanted: Set<Int>
    let other: Set<Int>
    if asked.contains(where: Self.births.contains) {
      (wanted, other) = (Self.births, Self.deaths)
    } else if asked.contains(where: Self.deaths.contains) {
      (wanted, other) = (Self.deaths, Self.births)
    } else {
      return false
    }
    for word in text.words[..<words.lowerBound].reversed() {
      let group = WordGroups.synonyms.group(of: word.key)
      if wanted.contains(group) { return false }
      if other.contains(group) { return true }
    }
    // In `(161 – 10 June 223)`, the second date is that of the death.
    if wanted == Self.births, bracketStart(of: words) != nil, isAfterDash(words.lowerBound) {
      return true
    }
    let isToldLater = text.words[words.upperBound...].contains {
      wanted.contains(WordGroups.synonyms.group(of: $0.key))
    }
    return !isToldLater && !isLifetime(words)
  }

  /// Returns whether a dash is between a word and the one before it.
  private func isAfterDash(_ word: Int) -> Bool {
    guard word > 0 else { return false }
    let gap = text.bytes[text.words[word - 1].range.upperBound..<text.words[word].range.lowerBound]
    return gap.contains(UInt8(ascii: "-")) || gap.contains(0xE2)
  }

  private static let births = Set(
    ["born", "lahir"].map { WordGroups.synonyms.group(of: WordKey($0)) })
  private static let deaths = Set(
    ["die", "meninggal"].map { WordGroups.synonyms.group(of: WordKey($0)) })

  /// Returns whether a date is in brackets after a name: `Ola Moe (1852–1904)`.
  private func isLifetime(_ words: Range<Int>) -> Bool {
    guard let open = bracketStart(of: words), open > 0 else { return false }
    return text.words[open - 1].isCapitalized
  }

  /// Returns whether the question asks for the time of the very name before a bracket, and not for
  /// a time at which somebody did something.
  private func asksLifetime(_ words: Range<Int>) -> Bool {
    guard let open = bracketStart(of: words) else { return true }
    if [.beginning, .ending].contains(expected.form) {
      var word = open - 1
      while word >= 0, text.words[word].isCapitalized || text.word(word, is: .particle) {
        if let term = term(at: word), question.terms[term].isEntity { return true }
        word -= 1
      }
      return !matches.contains { question.terms[$0.term].isEntity }
    }
    let name = range(of: max(0, open - Self.nameWords)..<open)
    return question.terms.indices.allSatisfy { index in
      question.terms[index].isEntity || question.terms[index].isLight
        || matches.contains { $0.term == index && $0.range.overlaps(name) }
    }
  }

  /// The number of words before a bracket that name what it is about.
  private static let nameWords = 6

  /// Returns the first word of the brackets around some words, or nil if there are none.
  private func bracketStart(of words: Range<Int>) -> Int? {
    guard isInParenthesis(words.lowerBound) else { return nil }
    var first = words.lowerBound
    while first > 0, isInParenthesis(first - 1) { first -= 1 }
    return first
  }
}
