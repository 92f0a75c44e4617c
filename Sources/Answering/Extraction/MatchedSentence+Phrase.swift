/// Phrases, which answer questions that do not ask for a name, date or amount.
extension MatchedSentence {
  /// Returns the thing chosen: a name, or the words that qualify the noun (*hydrophilic* of
  /// *hydrophilic amino acids*).
  func choice() -> AnswerSpan? {
    var candidates: [AnswerSpan] = []
    if let name = name(as: .thing) { candidates.append(name) }
    for words in runs() where tellsFocus(words) {
      candidates.append(AnswerSpan(range: range(of: words), confidence: 0.8))
    }
    return nearest(candidates)
  }

  /// Returns the phrase with the most evidence.
  func phrase() -> AnswerSpan? {
    if expected.isPlural, let series = nearest(enumerations()) { return series }
    var best: (words: Range<Int>, score: Double)?
    var second = -Double.infinity
    for phrase in phrases() {
      let score = score(of: phrase)
      if score > best?.score ?? -.infinity {
        second = best?.score ?? second
        best = (phrase.words, score)
      } else {
        second = max(second, score)
      }
    }
    guard let best else { return nil }
    let range = range(of: best.words)
    return AnswerSpan(
      range: range, confidence: PhraseScore.confidence, closeness: closeness(of: range),
      margin: min(1, max(0, best.score - second)))
  }

  /// Returns the runs that commas and a conjunction join: `violin, cello and harp`.
  private func enumerations() -> [AnswerSpan] {
    let runs = runs()
    var found: [AnswerSpan] = []
    var first = 0
    // The run behind the last conjunction so far, since what follows a comma after it may be another
    // part of the sentence.
    var last: Int?
    for index in runs.indices {
      let joint =
        index + 1 == runs.count
        ? nil : Joint(text, runs[index].upperBound..<runs[index + 1].lowerBound)
      if joint == .conjunction { last = index + 1 }
      guard joint == nil else { continue }
      let before = runs[first].lowerBound - 1
      // Words of the question or a copula introduce what is asked for.
      if let last, term(at: before) != nil || text.word(before, is: .copula) {
        let range = range(of: runs[first].lowerBound..<runs[last].upperBound)
        found.append(AnswerSpan(range: range, confidence: 0.9))
      }
      first = index + 1
      last = nil
    }
    return found
  }

  /// The kinds of separators between two items of an enumeration.
  private enum Joint {
    case comma, conjunction

    init?(_ text: ScannedText, _ between: Range<Int>) {
      let next = text.words[between.upperBound]
      if between.isEmpty, next.gap == .comma {
        self = .comma
      } else if between.count == 1,
        text.word(between.lowerBound, is: .conjunction)
          || MatchedSentence.furthermore.contains(text.words[between.lowerBound].key),
        next.gap == .space, [.space, .comma].contains(text.words[between.lowerBound].gap)
      {
        self = .conjunction
      } else {
        return nil
      }
    }
  }

  /// Returns runs of words, and groups of up to three runs with the words that join them.
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

  /// Returns whether only commas and up to two small words separate two runs.
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

  /// Returns runs of words without punctuation marks, function words or words of the question
  /// between them. *Of* and similar particles may occur inside.
  private func runs() -> [Range<Int>] {
    var found: [Range<Int>] = []
    found.reserveCapacity(text.words.count / 3 + 1)
    var start = 0
    for index in 0...text.words.count {
      if index < text.words.count, !ends(at: index, from: start) { continue }
      var end = index
      while end > start, isSmall(end - 1) { end -= 1 }
      while start < end, isSmall(start) { start += 1 }
      // The name is what `bernama Gelora` gives.
      if start + 1 < end, Self.naming.contains(text.words[start].key) { start += 1 }
      if end > start { found.append(start..<end) }
      start = index
      if index < text.words.count, isMatched(text.words[index].range) || isSmall(index) {
        start = index + 1
      }
    }
    return found
  }

  private static let naming = [
    "bernama", "berjudul", "dinamai", "dinamakan", "disebut", "dijuluki", "bergelar", "bermerek",
    "called", "named", "titled", "entitled", "nicknamed", "dubbed",
  ].map { WordKey($0) }

  private func ends(at index: Int, from start: Int) -> Bool {
    let word = text.words[index]
    if isMatched(word.range) { return true }
    if index > start, word.gap != .space, word.gap != .hyphen { return true }
    return isSmall(index) && !word.classes.contains(.particle)
  }

  private func isSmall(_ index: Int) -> Bool {
    !text.words[index].classes.isDisjoint(with: [.function, .particle, .conjunction, .copula])
  }

  /// Returns whether a phrase is an attribute of the noun that the question asks for. Attributes
  /// come before the noun in English, after it in Indonesian.
  private func tellsFocus(_ words: Range<Int>) -> Bool {
    let noun = text.convention == .decimalPoint ? words.upperBound : words.lowerBound - 1
    guard text.words.indices.contains(noun) else { return false }
    return text.words[max(noun, words.lowerBound)].gap == .space && isFocus(term(at: noun))
  }

  func isFocus(_ term: Int?) -> Bool { term.map { question.terms[$0].isFocus } ?? false }
}

/// A run of a sentence's words that may be an answer.
struct Phrase {
  /// The indices of its words.
  var words: Range<Int>
  /// A Boolean value that indicates whether there is more than one run, with *of*, *and* or a comma
  /// in between.
  var isJoined = false
}
