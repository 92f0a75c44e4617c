/// Phrases beside the noun that was asked for.
extension MatchedSentence {
  /// What is chosen: a name, or the words that tell the noun apart (*hydrophilic* of *hydrophilic
  /// amino acids*).
  func choice() -> AnswerSpan? {
    let told = phrases().lazy.filter { self.tellsFocus($0) }.map { words in
      AnswerSpan(
        range: self.text.words[words.lowerBound].range
          .lowerBound..<self.text.words[
            words.upperBound - 1
          ].range.upperBound, confidence: 0.8)
    }
    return nearest([name(as: .thing)].compactMap(\.self) + told)
  }

  /// Runs of words without marks, function words and words of the question between them; *of*
  /// and its like may stand inside.
  private func phrases() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for index in 0...text.words.count {
      if index < text.words.count, !ends(at: index, from: start) { continue }
      var end = index
      while end > start, isSmall(end - 1) { end -= 1 }
      while start < end, isSmall(start) { start += 1 }
      if end > start { found.append(start..<end) }
      start = index
      if index < text.words.count, isMatched(text.words[index].range) || isSmall(index) {
        start = index + 1
      }
    }
    return found
  }

  private func ends(at index: Int, from start: Int) -> Bool {
    let word = text.words[index]
    if isMatched(word.range) { return true }
    if index > start, word.gap != .space, word.gap != .hyphen { return true }
    return isSmall(index) && !word.classes.contains(.particle)
  }

  private func isSmall(_ index: Int) -> Bool {
    !text.words[index].classes.isDisjoint(with: [.function, .particle, .conjunction, .copula])
  }

  /// Whether a phrase stands beside what was asked for, where its language puts attributes: before
  /// the noun in English, after it in Indonesian.
  private func tellsFocus(_ words: Range<Int>) -> Bool {
    let noun = text.convention == .decimalPoint ? words.upperBound : words.lowerBound - 1
    guard text.words.indices.contains(noun) else { return false }
    let gap = text.words[max(noun, words.lowerBound)].gap
    let range = text.words[noun].range
    return gap == .space
      && matches.contains { question.terms[$0.term].isFocus && $0.range.overlaps(range) }
  }
}
