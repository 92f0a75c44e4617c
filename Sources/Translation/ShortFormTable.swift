public import Platform
public import TextAnalysis

/// The short forms that the texts of an index explain: see `ShortForm.compile`.
public final class ShortFormTable: Sendable {
  private let file: TableFile

  /// Nil for a damaged file.
  public init?(_ file: MappedFile) {
    guard let table = try? TableFile(file) else { return nil }
    self.file = table
  }

  /// One set for each word of a question that a short form stands for, or that is one, in passages
  /// of the question's own language.
  ///
  /// - Parameter analyzer: of that language.
  public func synonymSets(of words: [QuestionWord], in analyzer: Analyzer) -> [SynonymSet] {
    let language = analyzer.language.translated
    let keys = QuestionKeys(words)
    guard let members = try? members(for: words, keys, from: language, to: language) else {
      return []
    }
    return words.indices.compactMap { index in
      guard !members[index].isEmpty else { return nil }
      var set = SynonymSet(range: index..<index + 1, members: [.ofQuestion(words, index, analyzer)])
      for member in members[index] { set.add(member) }
      return set.hasTranslations ? set : nil
    }
  }

  /// By place in the question, what the texts equate with a word: a short form's long ones in the
  /// language of the passages, and the short form of each long one that the word is part of.
  func members(
    for words: [QuestionWord], _ keys: QuestionKeys, from source: Language, to target: Language
  ) throws(TableDamage) -> [[SynonymSet.Member]] {
    prefetch(words, keys, from: source, to: target)
    var members = try expansions(of: words, keys, in: target)
    try forEachLongForm(in: words, keys, source) { range, short in
      for index in range where !words[index].isStopWord { members[index].append(short) }
    }
    return members
  }

  /// By place in the question, the long forms of a word that is a short one, the most frequent
  /// first.
  func expansions(
    of words: [QuestionWord], _ keys: QuestionKeys, in language: Language
  ) throws(TableDamage) -> [[SynonymSet.Member]] {
    var members = [[SynonymSet.Member]](repeating: [], count: words.count)
    guard let section = file[LanguagePair(.undetermined, language)] else { return members }
    for index in words.indices where !words[index].isStopWord {
      var list = try keys.surfaces.withKey(of: index..<index + 1) { key throws(TableDamage) in
        try section.record(for: key)?.list(byStem: false)
      }
      for rank in 0..<Self.mostExpansions {
        guard let expansion = try list?.next() else { break }
        members[index].append(
          SynonymSet.Member(
            words: try expansion.term.forms,
            weight: Self.expansionWeight * SynonymSet.weight(ofRank: rank), source: .text))
      }
    }
    return members
  }

  /// The words of a long form may stand apart in a passage and mean something else.
  private static let expansionWeight = 0.5
  /// What the same letters stand for in other texts is noise.
  private static let mostExpansions = 3

  private func forEachLongForm(
    in words: [QuestionWord], _ keys: QuestionKeys, _ language: Language,
    _ body: (Range<Int>, SynonymSet.Member) -> Void
  ) throws(TableDamage) {
    guard let section = file[LanguagePair(language, .undetermined)] else { return }
    try Self.forEachPhrase(of: words, atMost: section.shape.longestKey) {
      (range) throws(TableDamage) in
      var list = try keys.stems.withKey(of: range) { key throws(TableDamage) in
        try section.record(for: key)?.list(byStem: true)
      }
      if let short = try list?.next() {
        body(range, SynonymSet.Member(words: try short.term.forms, weight: 1, source: .text))
      }
    }
  }

  /// Calls `body` with each place of a question where a long form may stand.
  private static func forEachPhrase(
    of words: [QuestionWord], atMost length: Int,
    _ body: (Range<Int>) throws(TableDamage) -> Void
  ) throws(TableDamage) {
    for start in words.indices where !words[start].isStopWord {
      let further = words[(start + 1)...].indices.prefix { $0 - start < length }
      for end in further where !words[end].isStopWord { try body(start..<end + 1) }
    }
  }

  /// Asks for what the table says of the words to be read from disk.
  private func prefetch(
    _ words: [QuestionWord], _ keys: QuestionKeys, from source: Language, to target: Language
  ) {
    guard file.isForFewWords else { return }
    if let section = file[LanguagePair(.undetermined, target)] {
      let single = words.indices.filter { !words[$0].isStopWord }.map { $0..<$0 + 1 }
      section.prefetch(single, of: keys.surfaces)
    }
    if let section = file[LanguagePair(source, .undetermined)] {
      var phrases: [Range<Int>] = []
      try? Self.forEachPhrase(of: words, atMost: section.shape.longestKey) { phrases.append($0) }
      section.prefetch(phrases, of: keys.stems)
    }
  }
}
