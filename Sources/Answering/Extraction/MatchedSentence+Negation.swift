/// Negated words and questions, which a sentence does not state.
extension MatchedSentence {
  /// Returns the share of confidence that remains in some words: less than all of it if a clause
  /// negates them, or if their sentence asks.
  func share(stated range: Range<Int>) -> Double {
    isNegated(range) || isAsked(range) ? SentenceScore.negated : 1
  }

  /// Returns whether the sentence of some bytes ends with a question mark.
  private func isAsked(_ range: Range<Int>) -> Bool {
    guard text.asks else { return false }
    for index in range.upperBound..<max(range.upperBound, self.range.upperBound) {
      switch text.bytes[index] {
      case UInt8(ascii: "?"): return true
      case UInt8(ascii: "!"), UInt8(ascii: "\n"): return false
      case UInt8(ascii: "."):
        if index + 1 >= self.range.upperBound || text.bytes[index + 1] <= UInt8(ascii: " ") {
          return false
        }
      default: continue
      }
    }
    return false
  }

  /// Returns whether some bytes are negated: `not opened in 1912`, `bukan lagi`.
  private func isNegated(_ range: Range<Int>) -> Bool {
    guard !negations.isEmpty, !question.isNegated,
      let first = text.words.firstIndex(where: { $0.range.overlaps(range) }),
      let last = text.words.lastIndex(where: { $0.range.overlaps(range) })
    else { return false }
    let scope = negationScope(around: first..<(last + 1))
    if isRevoked(first) { return true }
    let negates = negations.contains {
      scope.contains($0) && !(first...last).contains($0)
        // `31 places, and found no trend`: a determiner negates what follows it.
        && ($0 < first || !Self.negatingDeterminers.contains(text.words[$0].key)
          || $0 + 1 < text.words.count && text.words[$0 + 1].key == Self.longer)
    }
    if negates { return true }
    return negations.contains { negation in
      let other = negationScope(around: negation..<(negation + 1))
      return !other.contains(first) && !holdsRival(other, of: first)
        && holdsMoreOfQuestion(other, than: scope)
    }
  }

  /// Returns whether a negated clause holds a value or name of its own: `not buried in Vik; the grave
  /// is in Lunde` negates only the first.
  private func holdsRival(_ clause: Range<Int>, of word: Int) -> Bool {
    let isName = text.words[word].isCapitalized
    return clause.contains { index in
      guard term(at: index) == nil else { return false }
      let other = text.words[index]
      return isName
        ? other.isCapitalized && !other.isInitial && !text.isFunction(index)
        : (other.isNumber || text.word(index, is: .cardinal)) && isYear(index) == isYear(word)
    }
  }

  private func isYear(_ index: Int) -> Bool {
    text.words[index].isNumber && text.words[index].range.count == 4
      && 1000...2100 ~= text.numeral(index).value
  }

  /// Returns whether a clause holds a word of the question that tells what is asked and that another
  /// one lacks: `No pupil failed, but two were ill`.
  private func holdsMoreOfQuestion(_ clause: Range<Int>, than other: Range<Int>) -> Bool {
    func terms(_ words: Range<Int>) -> Set<Int> {
      Set(
        words.compactMap { term(at: $0) }.filter {
          let term = question.terms[$0]
          return (!term.isFocus || term.isVerb) && !term.isEntity && !term.isLight
        })
    }
    return !terms(clause).subtracting(terms(other)).isEmpty
  }

  /// Returns the words around some that a negation among them negates: those of their clause up to
  /// *but* or *melainkan*.
  private func negationScope(around words: Range<Int>) -> Range<Int> {
    let clause = clauseWords(around: words)
    let start =
      text.words[clause.lowerBound..<words.lowerBound].lastIndex { Self.contrasts.contains($0.key) }
      ?? clause.lowerBound
    let end =
      text.words[words.upperBound..<clause.upperBound].firstIndex {
        Self.contrasts.contains($0.key)
      }
      ?? clause.upperBound
    return min(start, words.lowerBound)..<max(end, words.upperBound)
  }

  /// Returns whether the sentence takes back what it says before: `was to open in 2015 but did not`.
  private func isRevoked(_ word: Int) -> Bool {
    guard let last = text.words.indices.last, last >= 3, negations.contains(last), word < last - 2,
      Self.auxiliaries.contains(text.words[last - 1].key)
    else { return false }
    return Self.contrasts.contains(text.words[last - 2].key)
      || text.words[last - 2].classes.contains(.conjunction)
  }

  private static let auxiliaries = [
    "did", "was", "were", "is", "has", "had", "could", "would", "does",
  ].map { WordKey($0) }
  private static let contrasts = [
    "but", "although", "though", "rather", "instead", "melainkan", "tetapi", "tapi", "namun",
    "meskipun", "walaupun",
  ].map { WordKey($0) }
  private static let longer = WordKey("longer")
  private static let negatingDeterminers = ["no", "without", "tanpa"].map { WordKey($0) }
}
