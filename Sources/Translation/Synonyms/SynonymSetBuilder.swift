import Bytes
import Model
import TextAnalysis

/// Builds the synonym sets of questions in one language for passages in one language.
final class SynonymSetBuilder {
  let passages: Thesaurus.Passages
  private let source: Analyzer
  /// The analyzer of the passages' language.
  private var analyzer: Analyzer { passages.analyzer }
  private let dictionary: TableSection?
  private let shortForms: [ShortFormTable]
  private let memory: SynonymMemory
  /// The number by which the memory knows the languages, the dictionary and the passages.
  private let direction: Int

  /// - Parameters:
  ///   - source: The analyzer of the question's language.
  ///   - passages: The passages.
  ///   - dictionary: The translations between these languages, or nil if there are none.
  ///   - shortForms: The forms that texts equate with words.
  ///   - memory: The memory of the thread.
  init(
    from source: Analyzer, to passages: Thesaurus.Passages, dictionary: TableSection?,
    _ shortForms: [ShortFormTable], _ memory: SynonymMemory
  ) {
    self.source = source
    self.passages = passages
    self.dictionary = dictionary
    self.shortForms = shortForms
    self.memory = memory
    direction = memory.addDirection()
  }

  /// Returns the sets from left to right: for the longest known phrase at each position, or else
  /// for the word. Those with nothing but the question's own words are left out.
  func sets(of question: TableQuestion) throws(FormatError) -> [SynonymSet] {
    let words = question.words
    var sets: [SynonymSet] = []
    if dictionary != nil { sets.reserveCapacity(words.count) }
    var start = 0
    while start < words.count {
      if let phrase = try phrase(at: start, question) {
        sets.append(phrase)
        start = phrase.range.upperBound
        continue
      }
      if !words[start].isStopWord {
        let word = start..<start + 1
        let set = try set(of: word, question) { () throws(FormatError) in
          try lists(for: word, question.keys)
        }
        if let set { sets.append(set) }
      }
      start += 1
    }
    return sets
  }

  private func phrase(
    at start: Int, _ question: TableQuestion
  ) throws(FormatError) -> SynonymSet? {
    guard let dictionary else { return nil }
    var length = min(dictionary.shape.longestKey, question.words.count - start)
    while length >= 2 {
      let range = start..<start + length
      length -= 1
      guard !question.isOfStopWords(range),
        // Most ranges are not a phrase.
        try mayHave(range, question.keys, dictionary),
        let lists = try lists(for: range, question.keys)
      else { continue }
      if let set = try set(of: range, question, { lists }) { return set }
    }
    return nil
  }

  /// Returns the set of a word or phrase, or nil if nothing else stands for it.
  @inline(__always)
  private func set(
    of range: Range<Int>, _ question: TableQuestion, _ lists: () throws(FormatError) -> Lists?
  ) throws(FormatError) -> SynonymSet? {
    // The set of a long form depends on the words around it.
    if question.hasLongForm(overlapping: range) {
      return try newSet(of: range, question, try lists())
    }
    // In the question's own language, most words need not be kept, since nothing stands for them.
    if dictionary == nil, !isShortForm(range, question.keys) { return nil }
    return try memory.set(of: question.forms(of: range), at: range, direction: direction) {
      () throws(FormatError) in try newSet(of: range, question, try lists())
    }
  }

  @inline(never)
  private func newSet(
    of range: Range<Int>, _ question: TableQuestion, _ lists: Lists?
  ) throws(FormatError) -> SynonymSet? {
    // Most words have none, so that no memory is allocated for them.
    var forms: [SynonymSet.Member] = []
    for index in range { try addShortForms(of: index, question, to: &forms) }
    if lists == nil, forms.isEmpty { return nil }
    let draft = try draft(of: range, question, forms, lists)
    // A phrase that no dictionary translates is left to its words.
    let isKnown = range.count > 1 ? draft.hasTranslations : draft.set.hasTranslations
    return isKnown ? finished(draft.set) : nil
  }

  /// The translations that the dictionary has for words of the question.
  private struct Lists {
    /// The translations of their surface form.
    var surface: TableRecord.List?
    /// The translations of their stem.
    var stem: TableRecord.List?
  }

  /// Returns whether the dictionary may have a phrase.
  @inline(__always)
  private func mayHave(
    _ phrase: Range<Int>, _ keys: QuestionKeys, _ dictionary: TableSection
  ) throws(FormatError) -> Bool {
    let isFound = try keys.withSurfaces(of: phrase) { (key) throws(FormatError) in
      try dictionary.mayHave(key)
    }
    if isFound || keys.isStemmed(phrase) { return isFound }
    return try keys.withStems(of: phrase) { (key) throws(FormatError) in
      try dictionary.mayHave(key)
    }
  }

  private func lists(for range: Range<Int>, _ keys: QuestionKeys) throws(FormatError) -> Lists? {
    guard let dictionary else { return nil }
    return try keys.withSurfaces(of: range) { (surface) throws(FormatError) -> Lists? in
      try keys.withStems(of: range) { (stem) throws(FormatError) -> Lists? in
        let record = try dictionary.record(for: surface)
        let stemRecord = keys.isStemmed(range) ? record : try dictionary.record(for: stem)
        if record == nil, stemRecord == nil { return nil }
        return Lists(
          surface: try record?.list(byStem: false), stem: try stemRecord?.list(byStem: true))
      }
    }
  }

  /// Returns a set of the words themselves, what texts equate with them, the translations of words
  /// with this surface form, and then those of words with this stem.
  private func draft(
    of range: Range<Int>, _ question: TableQuestion, _ forms: [SynonymSet.Member], _ lists: Lists?
  ) throws(FormatError) -> SynonymSetDraft {
    let own = range.map { analyzer.forms(of: question.words[$0].surface) }
    var set = SynonymSet(range: range, members: [SynonymSet.Member(words: own, weight: 1)])
    for form in forms { set.add(form) }
    var draft = SynonymSetDraft(set)
    for list in [lists?.surface, lists?.stem] {
      if let list { try draft.add(list) { term throws(FormatError) in try mayBeHeld(term) } }
    }
    return draft
  }

  private func isShortForm(_ word: Range<Int>, _ keys: QuestionKeys) -> Bool {
    keys.withSurfaces(of: word) { surface in
      shortForms.contains { $0.place(of: surface) != nil }
    }
  }

  /// Adds what texts equate with a word: the long forms of a short form in the language of the
  /// passages, the short form of each long form that the word is part of, and the translations of
  /// the long forms in the question's language.
  private func addShortForms(
    of index: Int, _ question: TableQuestion, to forms: inout [SynonymSet.Member]
  ) throws(FormatError) {
    if question.words[index].isStopWord { return }
    for (number, table) in shortForms.enumerated() {
      let place = question.keys.withSurfaces(of: index..<index + 1) { table.place(of: $0) }
      // Damage to the short forms must not count as damage to the dictionaries.
      if let place, let expansions = try? table.expansions(at: place, in: analyzer) {
        forms += expansions
      }
      for (table, form) in question.longForms where table == number && form.range.contains(index) {
        forms.append(form.short)
      }
      guard dictionary != nil, let place,
        let originals = try? table.expansions(at: place, in: source)
      else { continue }
      for original in originals {
        if let translated = try translation(of: original) { forms.append(translated) }
      }
    }
  }

  /// Returns whether a passage may contain a word with the surface form or the stem of a word of
  /// the term.
  private func mayBeHeld(_ term: TableRecord.Term) throws(FormatError) -> Bool {
    try term.contains { mayOccur($0.surface) || $0.hasOwnStem && $0.withStem(mayOccur) }
  }

  /// Returns whether a word may occur in passages. Stop words may, although no index contains them.
  private func mayOccur(_ word: UnsafeRawBufferPointer) -> Bool {
    passages.mayHold(word) || analyzer.isStopWord(word.bindMemory(to: UInt8.self).span)
  }

  /// Returns the translation of a long form as a whole, or else the likeliest translations of its
  /// words, or nil if those are fewer than two words.
  private func translation(
    of expansion: SynonymSet.Member
  ) throws(FormatError) -> SynonymSet.Member? {
    var translated = expansion
    let keys = QuestionKeys(expansion.words)
    if let whole = try likeliest(keys, expansion.words.indices) {
      translated.words = whole
      return translated
    }
    translated.words = []
    for index in expansion.words.indices {
      // A word that no dictionary has may be a small word as well as a name.
      translated.words += try likeliest(keys, index..<index + 1) ?? []
    }
    return translated.words.count < 2 ? nil : translated
  }

  private func likeliest(
    _ keys: QuestionKeys, _ range: Range<Int>
  ) throws(FormatError) -> [WordForms]? {
    guard let lists = try lists(for: range, keys) else { return nil }
    for var list in [lists.surface, lists.stem].compactMap(\.self) {
      if let found = try list.next() { return try found.term.forms }
    }
    return nil
  }

  /// Returns a set without the stop words of its phrases, which no index contains, unless only one
  /// word of a phrase would be left.
  private func finished(_ set: SynonymSet) -> SynonymSet {
    var set = set
    for (index, member) in set.members.enumerated() where member.words.count > 1 {
      let content = member.words.filter { !analyzer.isStopWord($0.surface.utf8.span) }
      if content.count > 1 { set.members[index].words = content }
    }
    return set
  }
}

extension SynonymSet {
  /// Adds a member unless the set already has its words.
  mutating func add(_ member: Member) {
    for known in members where known.hasSurfaces(of: member) { return }
    members.append(member)
  }
}

extension SynonymSet.Member {
  fileprivate func hasSurfaces(of other: Self) -> Bool {
    guard words.count == other.words.count else { return false }
    for index in words.indices where words[index].surface != other.words[index].surface {
      return false
    }
    return true
  }
}

extension Analyzer {
  /// Returns a folded word with its stem.
  func forms(of surface: String) -> WordForms {
    let stem = withStem(of: surface.utf8.span) { stem in
      stem.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
    return WordForms(surface: surface, stem: stem)
  }
}
