/// Phrases: what answers where no kind of name, date or amount was asked for.
extension MatchedSentence {
  /// What is chosen: a name, or the words that tell the noun apart (*hydrophilic* of *hydrophilic
  /// amino acids*).
  func choice() -> AnswerSpan? {
    let told = runs().lazy.filter { self.tellsFocus($0) }.map { words in
      AnswerSpan(range: self.range(of: words), confidence: 0.8)
    }
    return nearest([name(as: .thing)].compactMap(\.self) + told)
  }

  /// The phrase that most speaks for.
  func phrase() -> AnswerSpan? {
    var best: (words: Range<Int>, score: Double)?
    for phrase in phrases() {
      let score = score(of: phrase)
      if score > best?.score ?? -.infinity { best = (phrase.words, score) }
    }
    return best.map { AnswerSpan(range: range(of: $0.words), confidence: PhraseScore.confidence) }
  }

  /// Runs of words, and up to three of them with what joins them.
  private func phrases() -> [Phrase] {
    let runs = runs()
    var found: [Phrase] = []
    for index in runs.indices {
      found.append(Phrase(words: runs[index]))
      var last = index
      while last + 1 < runs.count, last - index < 2,
        isJoint(runs[last].upperBound, runs[last + 1].lowerBound)
      {
        last += 1
        found.append(
          Phrase(words: runs[index].lowerBound..<runs[last].upperBound, isJoined: true))
      }
    }
    return found
  }

  /// Whether nothing but two small words and commas stand between two runs.
  private func isJoint(_ start: Int, _ end: Int) -> Bool {
    guard end - start <= 2 else { return false }
    for index in start...end {
      guard text.words[index].gap == .space || text.words[index].gap == .comma else { return false }
      guard index < end else { continue }
      guard isSmall(index), !text.word(index, is: .copula), term(at: index) == nil else {
        return false
      }
    }
    return true
  }

  /// Runs of words without marks, function words and words of the question between them; *of*
  /// and its like may stand inside.
  private func runs() -> [Range<Int>] {
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
    return text.words[max(noun, words.lowerBound)].gap == .space && isFocus(term(at: noun))
  }

  func isFocus(_ term: Int?) -> Bool { term.map { question.terms[$0].isFocus } ?? false }
}
