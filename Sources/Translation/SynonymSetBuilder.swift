import TextAnalysis

/// Looks the words of one question up.
struct SynonymSetBuilder {
  private let words: [QuestionWord]
  private let keys: QuestionKeys
  private let analyzer: Analyzer
  private let dictionary: TableSection?
  /// What texts equate with each word; empty where there are no texts that do.
  private var shortForms: [[SynonymSet.Member]] = []

  /// - Parameters:
  ///   - source: of the question's language.
  ///   - analyzer: of the passages' language.
  ///   - dictionary: of these languages; nil for none.
  init(
    _ words: [QuestionWord], from source: Analyzer, to analyzer: Analyzer,
    dictionary: TableSection?, shortForms table: ShortFormTable?
  ) throws(TableDamage) {
    self.words = words
    self.analyzer = analyzer
    self.dictionary = dictionary
    keys = QuestionKeys(words)
    guard let table else { return }
    shortForms = try table.members(for: words, keys, from: source.language, to: analyzer)
    let expansions = try table.expansions(of: words, keys, in: source)
    for index in words.indices {
      for expansion in expansions[index] {
        if let translated = try translation(of: expansion) { shortForms[index].append(translated) }
      }
    }
  }

  /// From left to right, the longest phrase that is known at each place, else the word.
  func sets() throws(TableDamage) -> [SynonymSet] {
    var sets: [SynonymSet] = []
    sets.reserveCapacity(words.count)
    var start = 0
    while start < words.count {
      if let phrase = try phrase(at: start) {
        sets.append(phrase)
        start = phrase.range.upperBound
        continue
      }
      if !words[start].isStopWord {
        let range = start..<start + 1
        sets.append(try set(of: range, try lists(for: range)))
      }
      start += 1
    }
    return sets
  }

  private func phrase(at start: Int) throws(TableDamage) -> SynonymSet? {
    var length = min(dictionary?.shape.longestKey ?? 0, words.count - start)
    while length >= 2 {
      let range = start..<start + length
      length -= 1
      guard !words[range].allSatisfy(\.isStopWord) else { continue }
      let lists = try lists(for: range)
      // Most are no phrase.
      guard !lists.isEmpty else { continue }
      let set = try set(of: range, lists)
      if set.members.contains(where: { $0.source != nil && $0.source != .text }) { return set }
    }
    return nil
  }

  /// What the dictionary has for words of the question.
  private struct Lists {
    /// For their surface form.
    var surface: TableRecord.List?
    /// For their stem.
    var stem: TableRecord.List?

    var isEmpty: Bool { (surface?.count ?? 0) == 0 && (stem?.count ?? 0) == 0 }
  }

  private func lists(for range: Range<Int>) throws(TableDamage) -> Lists {
    guard let dictionary else { return Lists() }
    let record = try keys.surfaces.withKey(of: range) { key throws(TableDamage) in
      try dictionary.record(for: key)
    }
    let isStem = words[range].allSatisfy { $0.surface == $0.stem }
    let stemRecord =
      isStem
      ? record
      : try keys.stems.withKey(of: range) { key throws(TableDamage) in
        try dictionary.record(for: key)
      }
    return Lists(surface: try record?.list(byStem: false), stem: try stemRecord?.list(byStem: true))
  }

  /// The words themselves, what texts equate with them, what words of this surface form translate
  /// to, then what words of the same stem do.
  private func set(of range: Range<Int>, _ lists: Lists) throws(TableDamage) -> SynonymSet {
    let own = range.map { SynonymSet.Member.ofQuestion(words, $0, analyzer).words[0] }
    var set = SynonymSet(range: range, members: [SynonymSet.Member(words: own, weight: 1)])
    if !shortForms.isEmpty {
      for index in range { for member in shortForms[index] { set.add(member) } }
    }
    // What a text equates is no guess, and takes no place among the dictionaries' translations.
    let certain = set.members.count
    try add(lists.surface, to: &set, behind: certain)
    try add(lists.stem, to: &set, behind: certain)
    return set
  }

  /// - Parameter certain: members of the set that no dictionary gave.
  private func add(
    _ list: TableRecord.List?, to set: inout SynonymSet, behind certain: Int
  ) throws(TableDamage) {
    guard var list else { return }
    while case let rank = set.members.count - certain, rank < SynonymSet.maximumTranslations,
      let translation = try list.next()
    {
      // A wordnet has all senses of a word: behind translations that somebody chose they are
      // noise (R@1 +.3 to +1.5 points without them, on four collections).
      if translation.source == .wordnet, set.members.contains(where: \.isFromGlossary) { return }
      set.add(
        SynonymSet.Member(
          words: translation.words, weight: SynonymSet.weight(ofRank: rank),
          source: translation.source))
    }
  }

  /// What the dictionary has for a long form as a whole, else the likeliest for each of its words;
  /// nil where it has neither.
  private func translation(
    of expansion: SynonymSet.Member
  ) throws(TableDamage) -> SynonymSet.Member? {
    var translated = expansion
    let keys = QuestionKeys(expansion.words)
    if let whole = try likeliest(keys, expansion.words.indices) {
      translated.words = whole
      return translated
    }
    translated.words = []
    for index in expansion.words.indices {
      // What no dictionary has may be a small word as well as a name.
      translated.words += try likeliest(keys, index..<index + 1) ?? []
    }
    return translated.words.count < 2 ? nil : translated
  }

  private func likeliest(
    _ keys: QuestionKeys, _ range: Range<Int>
  ) throws(TableDamage) -> [SynonymSet.Word]? {
    guard let dictionary else { return nil }
    for (words, byStem) in [(keys.surfaces, false), (keys.stems, true)] {
      var list = try words.withKey(of: range) { key throws(TableDamage) in
        try dictionary.record(for: key)?.list(byStem: byStem)
      }
      if let found = try list?.next() { return found.words }
    }
    return nil
  }
}

/// The keys that a table may have the words of a question under.
struct QuestionKeys {
  let surfaces: WordKeys
  let stems: WordKeys

  init(_ words: [QuestionWord]) {
    surfaces = WordKeys(words.lazy.map(\.surface))
    stems = WordKeys(words.lazy.map(\.stem))
  }

  /// - Parameter words: of what stands for words of the question.
  init(_ words: [SynonymSet.Word]) {
    surfaces = WordKeys(words.lazy.map(\.surface))
    stems = WordKeys(words.lazy.map(\.stem))
  }
}

extension SynonymSet {
  /// Adds a member unless the set has its words.
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

  fileprivate var isFromGlossary: Bool { source == .userGlossary || source == .builtInGlossary }

  /// A word of the question as the passages' language stems it.
  static func ofQuestion(_ words: [QuestionWord], _ index: Int, _ analyzer: Analyzer) -> Self {
    Self(words: [analyzer.forms(of: words[index].surface)], weight: 1)
  }
}

extension Analyzer {
  /// A folded word with its stem.
  func forms(of surface: String) -> WordForms {
    let stem = withStem(of: surface.utf8.span) { stem in
      stem.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
    return WordForms(surface: surface, stem: stem)
  }
}
