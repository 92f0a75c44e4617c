/// The items of a sentence: its parts between commas, semicolons and conjunctions, as in `a
/// boat in 1988, a barn in 1995 and a mill in 2004`.
struct SentenceItems {
  /// The index of the first word of each item, in order.
  private var starts = [0]
  /// The items that state the result of a change: `from 12 to 30`.
  private(set) var results: [Int] = []
  /// The part between semicolons of each item.
  private var parts = [0]

  init(_ text: ScannedText) {
    var isChange = false
    for index in text.words.indices {
      if Self.origins.contains(text.words[index].key) { isChange = true }
      guard index > 0 else { continue }
      let isResult = isChange && Self.resultWords.contains(text.words[index].key)
      if isResult { results.append(starts.count) }
      guard isResult || Self.begins(text, at: index) else { continue }
      starts.append(index)
      parts.append(parts[parts.count - 1] + (Self.isBehindSemicolon(text, at: index) ? 1 : 0))
    }
  }

  var count: Int { starts.count }

  /// Returns whether no semicolon is between two items.
  func areTogether(_ item: Int, _ other: Int) -> Bool { parts[item] == parts[other] }

  /// Returns the item that holds a word.
  func item(ofWord word: Int) -> Int { (starts.firstIndex { $0 > word } ?? starts.count) - 1 }

  private static func begins(_ text: ScannedText, at index: Int) -> Bool {
    let word = text.words[index]
    switch word.gap {
    case .comma, .period: return true
    // A bracket interrupts an item.
    case .other: return isBehindSemicolon(text, at: index)
    default: return word.classes.contains(.clauseOpener) && !relatives.contains(word.key)
    }
  }

  private static func isBehindSemicolon(_ text: ScannedText, at index: Int) -> Bool {
    let end = text.words[index - 1].range.upperBound
    return text.words[index].gap == .other
      && text.bytes[end..<text.words[index].range.lowerBound].contains(UInt8(ascii: ";"))
  }

  /// Words that open a clause about the word before.
  private static let relatives = ["who", "which", "then", "lalu"].map { WordKey($0) }
  private static let origins = ["from", "dari", "semula"].map { WordKey($0) }
  fileprivate static let resultWords = ["to", "menjadi", "jadi", "ke"].map { WordKey($0) }
}

/// Values that belong to another item of the sentence.
extension MatchedSentence {
  /// The share of confidence that remains in a value of another item.
  private static let misplaced = 0.4

  /// Returns candidates with less confidence in those whose item lacks a word of the question that
  /// the item of another candidate holds: `1988` for *when did they buy the mill?* in `they bought a
  /// boat in 1988 and a mill in 2004`.
  ///
  /// Later items share the subject and the verb of the first one (`… and a mill in 2004`), so a
  /// word of the first item is missed only if it is neither.
  func attributed(_ candidates: [AnswerSpan]) -> [AnswerSpan] {
    guard !matches.isEmpty, candidates.count(where: { $0.confidence > 0 }) > 1 else {
      return candidates
    }
    let items = SentenceItems(text)
    guard items.count > 1 else { return candidates }
    let places = candidates.map { candidate in
      text.words.firstIndex { $0.range.overlaps(candidate.range) }.map(items.item(ofWord:)) ?? 0
    }
    // Two or three items, which are found sooner than their hashes are computed.
    var valued: [Int] = []
    for index in candidates.indices
    where candidates[index].confidence > 0 && !valued.contains(places[index]) {
      valued.append(places[index])
    }
    guard let first = valued.min(), valued.count > 1 else { return candidates }
    let readings = Readings(self, items, valued: valued, first: first)
    let lacking = valued.filter { readings.lacks($0) }
    // If each lacks what another holds, the items do not tell which one is meant.
    guard lacking.count < valued.count else { return candidates }
    return candidates.indices.map { index in
      var candidate = candidates[index]
      if lacking.contains(places[index]) { candidate.confidence *= Self.misplaced }
      return candidate
    }
  }

  /// The question's words and the verbs by item.
  private struct Readings {
    /// The terms of each item, as a mask.
    private var terms: [UInt64]
    /// The terms of the first item with a candidate that later items share: those up to its verb.
    private var shared: UInt64 = 0
    /// The terms that are verbs.
    private var verbs: UInt64 = 0
    private var hasVerb: [Bool]
    /// The terms that name a measure, which the unit of an amount says as well.
    private var measures: UInt64 = 0
    private let items: SentenceItems
    private let valued: [Int]
    private let first: Int

    init(_ sentence: MatchedSentence, _ items: SentenceItems, valued: [Int], first: Int) {
      self.items = items
      self.valued = valued
      self.first = first
      if !sentence.expected.dimensions.isEmpty {
        for term in sentence.question.terms.indices where sentence.question.terms[term].isFocus {
          measures |= 1 << UInt64(term)
        }
      }
      terms = Array(repeating: 0, count: items.count)
      hasVerb = Array(repeating: false, count: items.count)
      for index in sentence.text.words.indices {
        let item = items.item(ofWord: index)
        let term = sentence.term(at: index).flatMap {
          sentence.question.terms[$0].isLight ? nil : $0
        }
        // A verb matters if the question holds it, or as the first one of an item with a candidate.
        guard term != nil || valued.contains(item) && !hasVerb[item] else { continue }
        // *Menjadi* of a change states its result, and shares the verb before it.
        let isVerb =
          sentence.isVerbLike(index)
          && !SentenceItems.resultWords.contains(sentence.text.words[index].key)
        if let term {
          terms[item] |= 1 << UInt64(term)
          if isVerb { verbs |= 1 << UInt64(term) }
          if item == first, !hasVerb[first] { shared |= 1 << UInt64(term) }
        }
        if isVerb { hasVerb[item] = true }
      }
      // The result of a change is of the same thing, at another time.
      for item in items.results {
        for term in sentence.question.terms.indices where !sentence.question.terms[term].isNumber {
          terms[item] |= terms[item - 1] & 1 << UInt64(term)
        }
      }
      // Without a verb, what is counted is the first item's own: `two horses and six sheep drowned`.
      // The whole at the head of a sentence is not: `of the 40 horses, 12 were sold`.
      let start = sentence.text.words.indices.first { items.item(ofWord: $0) == first } ?? 0
      let isWhole = MatchedSentence.partitives.contains(sentence.text.words[start].key)
      if !hasVerb[first], !isWhole {
        for term in sentence.question.terms.indices where sentence.question.terms[term].isFocus {
          shared &= ~(1 << UInt64(term))
        }
      } else if isWhole {
        shared = terms[first] & ~verbs
      }
    }

    /// Returns whether another candidate's item holds a word of the question that an item neither
    /// holds nor inherits.
    func lacks(_ item: Int) -> Bool {
      let reading = reading(item)
      return valued.contains { other in
        guard other != item else { return false }
        guard !items.areTogether(other, item) else { return terms[other] & ~reading != 0 }
        // Words of another part between semicolons belong to the values of that part.
        let part = terms.indices.lazy.filter { items.areTogether($0, other) }
          .reduce(0) { $0 | terms[$1] }
        return part & ~measures & ~reading != 0
      }
    }

    /// Returns the terms that an item is about: its own, those of items without candidates, which may
    /// belong to any, the subject of the first item, and the verb before it if it has none.
    private func reading(_ item: Int) -> UInt64 {
      var neutral: UInt64 = 0
      var elsewhere: UInt64 = 0
      for other in terms.indices where other != item {
        if valued.contains(other) || !items.areTogether(other, item) {
          elsewhere |= terms[other]
        } else {
          neutral |= terms[other]
        }
      }
      var reading = terms[item] | neutral | shared & ~verbs
      if !hasVerb[item] { reading |= verbs }
      // `the room costs 9 euros, the bed 4 euros`, `they bought a boat in 1988 and sold it in 1995`:
      // what only this item holds identifies it, and what only the first one holds is another thing.
      let own = terms[item] & ~elsewhere & ~neutral
      let isIdentified = own & ~verbs != 0 || own != 0 && hasVerb[first]
      if item > first, isIdentified { reading |= terms[first] & ~verbs }
      return reading
    }
  }

  /// Returns whether a word is a verb, as far as its form, its place or the question shows.
  func isVerbLike(_ index: Int) -> Bool {
    let word = text.words[index]
    return isVerb(index) || text.looksLikeVerb(index)
      || text.word(index, is: [.copula, .beginning, .ending])
      || Self.auxiliaries.contains(word.key)
      || word.shape == .lower && text.convention == .decimalPoint && word.range.count > 2
        && WordGroups.isIrregularVerb(word.key)
  }

  private static let auxiliaries = ["has", "have", "had", "did", "ada"].map { WordKey($0) }
}
