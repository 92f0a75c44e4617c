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
    prefetch(words, language)
    guard let members = try? members(for: words, from: language, to: language) else { return [] }
    return words.indices.compactMap { index in
      guard let added = members[index] else { return nil }
      var set = SynonymSet(range: index..<index + 1, members: [.ofQuestion(words, index, analyzer)])
      for member in added { set.add(member) }
      return set.hasTranslations ? set : nil
    }
  }

  /// By place in the question, what the texts equate with a word: a short form's long ones in the
  /// language of the passages, and the short form of each long one that the word is part of.
  func members(
    for words: [QuestionWord], from source: Language, to target: Language
  ) throws(TableDamage) -> [Int: [SynonymSet.Member]] {
    var members: [Int: [SynonymSet.Member]] = [:]
    for index in words.indices where !words[index].isStopWord {
      let found = try expansions(of: words[index], in: target)
      if !found.isEmpty { members[index] = found }
    }
    try forEachLongForm(in: words, source) { range, short in
      for index in range where !words[index].isStopWord {
        members[index, default: []].append(short)
      }
    }
    return members
  }

  /// The long forms of a word that is a short one, the most frequent first.
  func expansions(
    of word: QuestionWord, in language: Language
  ) throws(TableDamage) -> [SynonymSet.Member] {
    guard let section = file[LanguagePair(.undetermined, language)] else { return [] }
    let found = try section.translations(of: Array(word.surface.utf8), byStem: false)
    return found.prefix(Self.mostExpansions).enumerated().map { rank, expansion in
      SynonymSet.Member(
        words: expansion.words, weight: Self.expansionWeight * SynonymSet.weight(ofRank: rank),
        source: .text)
    }
  }

  /// The words of a long form may stand apart in a passage and mean something else.
  private static let expansionWeight = 0.5
  /// What the same letters stand for in other texts is noise.
  private static let mostExpansions = 3

  private func forEachLongForm(
    in words: [QuestionWord], _ language: Language,
    _ body: (Range<Int>, SynonymSet.Member) -> Void
  ) throws(TableDamage) {
    guard let section = file[LanguagePair(language, .undetermined)] else { return }
    for (range, key) in Self.phrases(of: words, atMost: section.shape.longestKey) {
      for short in try section.translations(of: key, byStem: true).prefix(1) {
        body(range, SynonymSet.Member(words: short.words, weight: 1, source: .text))
      }
    }
  }

  /// What in a question may be a long form, and its key.
  private static func phrases(
    of words: [QuestionWord], atMost length: Int
  ) -> [(range: Range<Int>, key: [UInt8])] {
    var phrases: [(range: Range<Int>, key: [UInt8])] = []
    for start in words.indices where !words[start].isStopWord {
      var key = Array(words[start].stem.utf8)
      for end in words[(start + 1)...].indices.prefix(length - 1) {
        key.append(0x20)
        key.append(contentsOf: words[end].stem.utf8)
        if !words[end].isStopWord { phrases.append((start..<end + 1, key)) }
      }
    }
    return phrases
  }

  /// Asks for what the table says of the words to be read from disk.
  private func prefetch(_ words: [QuestionWord], _ language: Language) {
    guard file.isForFewWords else { return }
    if let section = file[LanguagePair(.undetermined, language)] {
      section.prefetch(words.filter { !$0.isStopWord }.map { Array($0.surface.utf8) })
    }
    if let section = file[LanguagePair(language, .undetermined)] {
      section.prefetch(Self.phrases(of: words, atMost: section.shape.longestKey).map(\.key))
    }
  }
}
