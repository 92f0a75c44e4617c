/// The items of a sentence: its parts between commas, semicolons and conjunctions, as in `a
/// boat in 1988, a barn in 1995 and a mill in 2004`.
struct SentenceItems {
  fileprivate struct Item {
    /// The index of its first word.
    var start: Int
    /// A Boolean value that indicates whether it states the result of a change: `from 12 to 30`.
    var isResult = false
    /// A Boolean value that indicates whether a candidate stands in it.
    var isValued = false
    /// The question's terms in it, as a mask.
    var terms: UInt64 = 0
    /// A Boolean value that indicates whether a verb is in it, as far as it is valued.
    var hasVerb = false
  }

  fileprivate var all: [Item] = []

  init(_ text: ScannedText) {
    all.reserveCapacity(8)
    all.append(Item(start: 0))
    var isChange = false
    for index in text.words.indices {
      if Self.origins.contains(text.words[index].key) { isChange = true }
      guard index > 0 else { continue }
      let isResult = isChange && Self.resultWords.contains(text.words[index].key)
      if isResult || Self.begins(text, at: index) {
        all.append(Item(start: index, isResult: isResult))
      }
    }
  }

  var count: Int { all.count }

  /// Returns the item that holds a word.
  func item(ofWord word: Int) -> Int {
    (all.firstIndex { $0.start > word } ?? all.count) - 1
  }

  private static func begins(_ text: ScannedText, at index: Int) -> Bool {
    let word = text.words[index]
    switch word.gap {
    case .comma, .period: return true
    case .other:
      // A bracket interrupts an item.
      let end = text.words[index - 1].range.upperBound
      return text.bytes[end..<word.range.lowerBound].contains(UInt8(ascii: ";"))
    default: return word.classes.contains(.clauseOpener) && !relatives.contains(word.key)
    }
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
    var items = SentenceItems(text)
    guard items.count > 1 else { return candidates }
    let places = candidates.map { candidate in
      text.words.firstIndex { $0.range.overlaps(candidate.range) }.map(items.item(ofWord:)) ?? 0
    }
    for index in candidates.indices where candidates[index].confidence > 0 {
      items.all[places[index]].isValued = true
    }
    let lacking = items.lacking(of: self)
    // If each lacks what another holds, the items do not tell which one is meant.
    guard lacking.contains(true),
      items.all.indices.contains(where: { items.all[$0].isValued && !lacking[$0] })
    else { return candidates }
    return candidates.indices.map { index in
      var candidate = candidates[index]
      if lacking[places[index]] { candidate.confidence *= Self.misplaced }
      return candidate
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

/// What an item lacks.
extension SentenceItems {
  /// Returns, for each item, whether another item with a candidate holds a word of the question that
  /// this one, which has a candidate as well, neither holds nor inherits.
  fileprivate mutating func lacking(of sentence: MatchedSentence) -> [Bool] {
    var lacking = [Bool](repeating: false, count: all.count)
    guard all.count(where: \.isValued) > 1 else { return lacking }
    readTerms(of: sentence)
    // The terms of items without candidates, which may belong to any.
    let neutral = all.reduce(0) { $1.isValued ? $0 : $0 | $1.terms }
    // The verbs need not be read if no item lacks a word even without them.
    let isAnyApart = all.indices.contains { index in
      all[index].isValued && elsewhere(than: index) & ~(all[index].terms | neutral) != 0
    }
    guard isAnyApart, let first = all.firstIndex(where: \.isValued) else { return lacking }
    let (shared, verbs) = readVerbs(of: sentence, first: first)
    for index in all.indices where all[index].isValued {
      let elsewhere = elsewhere(than: index)
      // What the item is about: its own terms, neutral ones, the subject of the first item, and the
      // verb before it if it has none.
      var reading = all[index].terms | neutral | shared & ~verbs
      if !all[index].hasVerb { reading |= verbs }
      // `the room costs 9 euros, the bed 4 euros`, `they bought a boat in 1988 and sold it in 1995`:
      // what only this item holds identifies it, and what only the first one holds is another thing.
      let own = all[index].terms & ~elsewhere & ~neutral
      let isIdentified = own & ~verbs != 0 || own != 0 && all[first].hasVerb
      if index > first, isIdentified { reading |= all[first].terms & ~verbs }
      lacking[index] = elsewhere & ~reading != 0
    }
    return lacking
  }

  /// Returns the terms of the other items with candidates.
  private func elsewhere(than item: Int) -> UInt64 {
    var terms: UInt64 = 0
    for index in all.indices where index != item && all[index].isValued {
      terms |= all[index].terms
    }
    return terms
  }

  /// Reads the terms of each item.
  private mutating func readTerms(of sentence: MatchedSentence) {
    forEachWord(of: sentence) { all, item, _, term in all[item].terms |= term }
    // The result of a change is of the same thing, at another time.
    for item in all.indices where all[item].isResult {
      for term in sentence.question.terms.indices where !sentence.question.terms[term].isNumber {
        all[item].terms |= all[item - 1].terms & 1 << UInt64(term)
      }
    }
  }

  /// Finds out which items hold a verb.
  ///
  /// - Parameters:
  ///   - sentence: The sentence.
  ///   - first: The first item with a candidate.
  /// - Returns: The terms of the first item that later items share, those up to its verb, and the
  ///   terms that are verbs.
  private mutating func readVerbs(
    of sentence: MatchedSentence, first: Int
  ) -> (shared: UInt64, verbs: UInt64) {
    var shared: UInt64 = 0
    var verbs: UInt64 = 0
    forEachWord(of: sentence) { all, item, word, term in
      let isRead = all[item].isValued && !all[item].hasVerb
      guard term != 0 || isRead else { return }
      // *Menjadi* of a change states its result, and shares the verb before it.
      let isVerb =
        sentence.isVerbLike(word) && !Self.resultWords.contains(sentence.text.words[word].key)
      if item == first, isRead { shared |= term }
      guard isVerb else { return }
      verbs |= term
      all[item].hasVerb = true
    }
    // Without a verb, what is counted is the first item's own: `two horses and six sheep drowned`.
    // The whole at the head of a sentence is not: `of the 40 horses, 12 were sold`.
    let key = sentence.text.words[all[first].start].key
    if MatchedSentence.partitives.contains(key) {
      shared = all[first].terms & ~verbs
    } else if !all[first].hasVerb {
      for term in sentence.question.terms.indices where sentence.question.terms[term].isFocus {
        shared &= ~(1 << UInt64(term))
      }
    }
    return (shared, verbs)
  }

  /// Calls `body` with the items and, for each word, its item, its index, and the term that it
  /// matches, as a mask, which is 0 if there is none that tells what the item is about.
  @inline(__always)
  private mutating func forEachWord(
    of sentence: MatchedSentence, _ body: (inout [Item], Int, Int, UInt64) -> Void
  ) {
    var item = 0
    var match = 0
    for index in sentence.text.words.indices {
      if item + 1 < all.count, all[item + 1].start == index { item += 1 }
      // The matches are in order of position, and none begins within another one.
      let range = sentence.text.words[index].range
      while match < sentence.matches.count,
        sentence.matches[match].range.upperBound <= range.lowerBound
      {
        match += 1
      }
      var term: UInt64 = 0
      if match < sentence.matches.count, sentence.matches[match].range.overlaps(range),
        !sentence.question.terms[sentence.matches[match].term].isLight
      {
        term = 1 << UInt64(sentence.matches[match].term)
      }
      body(&all, item, index, term)
    }
  }
}
