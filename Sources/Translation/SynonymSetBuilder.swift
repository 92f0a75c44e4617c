import TextAnalysis

/// Looks the words of one question up.
struct SynonymSetBuilder {
  private let words: [QuestionWord]
  private let analyzer: Analyzer
  private let dictionary: TableSection?
  /// What texts equate with each word.
  private var shortForms: [Int: [SynonymSet.Member]]

  /// - Parameters:
  ///   - languages: of the question and, as the analyzer's, of the passages.
  ///   - dictionary: of these languages; nil for none.
  init(
    _ words: [QuestionWord], _ languages: LanguagePair, to analyzer: Analyzer,
    dictionary: TableSection?, shortForms table: ShortFormTable?
  ) throws(TableDamage) {
    self.words = words
    self.analyzer = analyzer
    self.dictionary = dictionary
    shortForms = try table?.members(for: words, from: languages.source, to: languages.target) ?? [:]
    if let table {
      for index in words.indices where !words[index].isStopWord {
        for expansion in try table.expansions(of: words[index], in: languages.source) {
          guard let translated = try translation(of: expansion) else {
            continue
          }
          shortForms[index, default: []].append(translated)
        }
      }
    }
  }

  /// From left to right, the longest phrase that is known at each place, else the word.
  func sets() throws(TableDamage) -> [SynonymSet] {
    var sets: [SynonymSet] = []
    var start = 0
    while start < words.count {
      if let phrase = try phrase(at: start) {
        sets.append(phrase)
        start = phrase.range.upperBound
        continue
      }
      if !words[start].isStopWord { sets.append(try set(of: start..<start + 1)) }
      start += 1
    }
    return sets
  }

  private func phrase(at start: Int) throws(TableDamage) -> SynonymSet? {
    var length = min(dictionary?.shape.longestKey ?? 0, words.count - start)
    while length >= 2 {
      let range = start..<start + length
      if !words[range].allSatisfy(\.isStopWord) {
        let set = try set(of: range)
        if set.members.contains(where: { $0.source != nil && $0.source != .text }) { return set }
      }
      length -= 1
    }
    return nil
  }

  /// The words themselves, what texts equate with them, what words of this surface form translate
  /// to, then what words of the same stem do.
  private func set(of range: Range<Int>) throws(TableDamage) -> SynonymSet {
    let own = range.map { SynonymSet.Member.ofQuestion(words, $0, analyzer).words[0] }
    var set = SynonymSet(range: range, members: [SynonymSet.Member(words: own, weight: 1)])
    for index in range { for member in shortForms[index] ?? [] { set.add(member) } }
    guard let dictionary else { return set }
    // What a text equates is no guess, and takes no place among the dictionaries' translations.
    let certain = set.members.count - 1
    for (form, byStem) in [(\QuestionWord.surface, false), (\.stem, true)] {
      for translation in try dictionary.translations(of: key(range, form), byStem: byStem) {
        let rank = set.members.count - 1 - certain
        guard rank < SynonymSet.maximumTranslations else { break }
        // A wordnet has all senses of a word: behind translations that somebody chose they are
        // noise (R@1 +.3 to +1.5 points without them, on four collections).
        if translation.source == .wordnet, set.members.contains(where: \.isFromGlossary) { break }
        set.add(
          SynonymSet.Member(
            words: translation.words, weight: SynonymSet.weight(ofRank: rank),
            source: translation.source))
      }
    }
    return set
  }

  private func key(_ range: Range<Int>, _ form: KeyPath<QuestionWord, String>) -> [UInt8] {
    Array(words[range].map { $0[keyPath: form] }.joined(separator: " ").utf8)
  }

  /// What the dictionary has for a long form as a whole, else the likeliest for each of its words;
  /// nil where it has neither.
  private func translation(
    of expansion: SynonymSet.Member
  ) throws(TableDamage) -> SynonymSet.Member? {
    var translated = expansion
    if let whole = try likeliest(expansion.words[...]) {
      translated.words = whole
      return translated
    }
    translated.words = []
    for index in expansion.words.indices {
      // What no dictionary has may be a small word as well as a name.
      translated.words += try likeliest(expansion.words[index...index]) ?? []
    }
    return translated.words.count < 2 ? nil : translated
  }

  private func likeliest(
    _ words: ArraySlice<SynonymSet.Word>
  ) throws(TableDamage) -> [SynonymSet.Word]? {
    for (form, byStem) in [(\SynonymSet.Word.surface, false), (\.stem, true)] {
      let key = Array(words.map { $0[keyPath: form] }.joined(separator: " ").utf8)
      if let found = try dictionary?.translations(of: key, byStem: byStem).first {
        return found.words
      }
    }
    return nil
  }
}

extension SynonymSet {
  /// Adds a member unless the set has its words.
  mutating func add(_ member: Member) {
    let isKnown = members.contains {
      $0.words.lazy.map(\.surface).elementsEqual(member.words.lazy.map(\.surface))
    }
    if !isKnown { members.append(member) }
  }
}

extension SynonymSet.Member {
  fileprivate var isFromGlossary: Bool { source == .userGlossary || source == .builtInGlossary }

  /// A word of the question as the passages' language stems it.
  static func ofQuestion(_ words: [QuestionWord], _ index: Int, _ analyzer: Analyzer) -> Self {
    let surface = words[index].surface
    let stem = analyzer.withStem(of: surface.utf8.span) { stem in
      stem.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
    return Self(words: [SynonymSet.Word(surface: surface, stem: stem)], weight: 1)
  }
}
