import TextAnalysis

/// Looks the words of one question up.
struct SynonymSetBuilder {
  private let words: [QuestionWord]
  private let analyzer: Analyzer
  /// In the order in which they are asked.
  private let sections: [TableSection]
  private let longestKey: Int

  init(_ words: [QuestionWord], _ sections: [TableSection], to analyzer: Analyzer) {
    self.words = words
    self.sections = sections
    self.analyzer = analyzer
    longestKey = sections.map(\.shape.longestKey).max() ?? 0
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
    var length = min(longestKey, words.count - start)
    while length >= 2 {
      let range = start..<start + length
      if !words[range].allSatisfy(\.isStopWord) {
        let set = try set(of: range)
        if set.hasTranslations { return set }
      }
      length -= 1
    }
    return nil
  }

  /// The words themselves, what words of this surface form translate to, then what words of the
  /// same stem do.
  private func set(of range: Range<Int>) throws(TableDamage) -> SynonymSet {
    let own = words[range].map { word in
      SynonymSet.Word(
        surface: word.surface, stem: analyzer.withStem(of: word.surface.utf8.span, String.init))
    }
    var set = SynonymSet(range: range, members: [SynonymSet.Member(words: own, weight: 1)])
    var rank = 0
    for section in sections where range.count <= section.shape.longestKey {
      try add(range, \.surface, byStem: false, section, &rank, &set)
      try add(range, \.stem, byStem: true, section, &rank, &set)
    }
    return set
  }

  private func add(
    _ range: Range<Int>, _ form: KeyPath<QuestionWord, String>, byStem: Bool,
    _ section: TableSection, _ rank: inout Int, _ set: inout SynonymSet
  ) throws(TableDamage) {
    var key: [UInt8] = []
    for word in words[range] {
      if !key.isEmpty { key.append(0x20) }
      key.append(contentsOf: word[keyPath: form].utf8)
    }
    for translation in try section.translations(of: key, byStem: byStem)
    where set.members.count <= SynonymSet.maximumTranslations {
      // A wordnet has all senses of a word: behind translations that somebody chose they are noise
      // (R@1 +.3 to +1.5 points without them, on four collections).
      if translation.source == .wordnet, set.members.contains(where: \.isFromGlossary) { break }
      guard !set.members.contains(where: { $0.hasSurface(of: translation.words) }) else { continue }
      // What a text equates is no guess, and takes no place among the dictionaries' translations.
      let isCertain = translation.source == .text
      set.members.append(
        SynonymSet.Member(
          words: translation.words, weight: isCertain ? 1 : SynonymSet.weight(ofRank: rank),
          source: translation.source))
      if !isCertain { rank += 1 }
    }
  }
}

extension SynonymSet.Member {
  fileprivate var isFromGlossary: Bool { source == .userGlossary || source == .builtInGlossary }

  fileprivate func hasSurface(of words: [SynonymSet.Word]) -> Bool {
    self.words.lazy.map(\.surface).elementsEqual(words.lazy.map(\.surface))
  }
}

extension String {
  fileprivate init(_ bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
