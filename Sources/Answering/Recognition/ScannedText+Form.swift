/// What words are by their looks.
extension ScannedText {
  /// *-ed* and *-ing* in English; *me-*, *di-*, *ber-*, *ter-* in Indonesian.
  func looksLikeVerb(_ index: Int) -> Bool {
    let word = words[index]
    guard word.shape == .lower, word.range.count >= 5 else { return false }
    if convention == .decimalPoint {
      return ends(word, with: "ed") || ends(word, with: "ing")
    }
    return begins(word, with: "me") || begins(word, with: "di") || begins(word, with: "ber")
      || begins(word, with: "ter")
  }

  /// *-ly*
  func looksLikeAdverb(_ index: Int) -> Bool {
    let word = words[index]
    return convention == .decimalPoint && word.shape == .lower && word.range.count >= 5
      && ends(word, with: "ly")
  }

  private func begins(_ word: Word, with prefix: StaticString) -> Bool {
    for offset in 0..<prefix.utf8CodeUnitCount
    where bytes[word.range.lowerBound + offset] != prefix.utf8Start[offset] {
      return false
    }
    return true
  }

  private func ends(_ word: Word, with suffix: StaticString) -> Bool {
    let start = word.range.upperBound - suffix.utf8CodeUnitCount
    for offset in 0..<suffix.utf8CodeUnitCount
    where bytes[start + offset] != suffix.utf8Start[offset] {
      return false
    }
    return true
  }
}
