import Bytes
package import Model
import TextAnalysis

/// Builds the synonym sets of the words of one question.
final class SynonymSetBuilder {
  private let words: [QuestionWord]
  private let keys: QuestionKeys
  private let analyzer: Analyzer
  private let dictionary: TableSection?
  private let mayHold: WordPresence
  /// The forms that texts equate with words.
  private var shortForms: [ShortFormTable.Equivalent] = []

  /// - Parameters:
  ///   - source: The analyzer of the question's language.
  ///   - analyzer: The analyzer of the passages' language.
  ///   - dictionary: The translations between these languages, or nil if there are none.
  ///   - mayHold: A closure that returns whether passages may contain a word of their language.
  init(
    _ words: [QuestionWord], from source: Analyzer, to analyzer: Analyzer,
    dictionary: TableSection?, shortForms tables: [ShortFormTable], mayHold: @escaping WordPresence
  ) throws(FormatError) {
    self.words = words
    self.analyzer = analyzer
    self.dictionary = dictionary
    self.mayHold = mayHold
    keys = QuestionKeys(words)
    for table in tables {
      // Damage to the short forms must not count as damage to the dictionaries.
      guard let members = try? table.members(for: words, keys, from: source.language, to: analyzer),
        let expansions = try? table.expansions(of: words, keys, in: source)
      else { continue }
      shortForms += members
      for expansion in expansions {
        if let translated = try translation(of: expansion.member) {
          shortForms.append(.init(index: expansion.index, member: translated))
        }
      }
    }
  }

  /// Returns the sets from left to right: for the longest known phrase at each position, or else
  /// for the word.
  func sets() throws(FormatError) -> [SynonymSet] {
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
        sets.append(try draft(of: range, try lists(for: range)).set)
      }
      start += 1
    }
    return sets
  }

  private func phrase(at start: Int) throws(FormatError) -> SynonymSet? {
    var length = min(dictionary?.shape.longestKey ?? 0, words.count - start)
    while length >= 2 {
      let range = start..<start + length
      length -= 1
      guard !words[range].allSatisfy(\.isStopWord) else { continue }
      let lists = try lists(for: range)
      // Most ranges are not a phrase.
      guard !lists.isEmpty else { continue }
      let draft = try draft(of: range, lists)
      if draft.hasTranslations { return draft.set }
    }
    return nil
  }

  /// The translations that the dictionary has for words of the question.
  private struct Lists {
    /// The translations of their surface form.
    var surface: TableRecord.List?
    /// The translations of their stem.
    var stem: TableRecord.List?

    var isEmpty: Bool { (surface?.count ?? 0) == 0 && (stem?.count ?? 0) == 0 }
  }

  private func lists(for range: Range<Int>) throws(FormatError) -> Lists {
    guard let dictionary else { return Lists() }
    let record = try keys.surfaces.withKey(of: range) { key throws(FormatError) in
      try dictionary.record(for: key)
    }
    let isStem = words[range].allSatisfy { $0.surface == $0.stem }
    let stemRecord =
      isStem
      ? record
      : try keys.stems.withKey(of: range) { key throws(FormatError) in
        try dictionary.record(for: key)
      }
    return Lists(surface: try record?.list(byStem: false), stem: try stemRecord?.list(byStem: true))
  }

  /// Returns a set of the words themselves, what texts equate with them, the translations of words
  /// with this surface form, and then those of words with this stem.
  private func draft(of range: Range<Int>, _ lists: Lists) throws(FormatError) -> SynonymSetDraft {
    let own = range.map { SynonymSet.Member.ofQuestion(words, $0, analyzer).words[0] }
    var set = SynonymSet(range: range, members: [SynonymSet.Member(words: own, weight: 1)])
    for index in range {
      for form in shortForms where form.index == index { set.add(form.member) }
    }
    var draft = SynonymSetDraft(set)
    for list in [lists.surface, lists.stem] {
      if let list { try draft.add(list) { term throws(FormatError) in try mayBeHeld(term) } }
    }
    return draft
  }

  /// Returns whether a passage may contain a word with the surface form or the stem of a word of
  /// the term.
  private func mayBeHeld(_ term: TableRecord.Term) throws(FormatError) -> Bool {
    try term.contains { mayOccur($0.surface) || $0.hasOwnStem && $0.withStem(mayOccur) }
  }

  /// Returns whether a word may occur in passages. Stop words may, although no index contains them.
  private func mayOccur(_ word: UnsafeRawBufferPointer) -> Bool {
    mayHold(word) || analyzer.isStopWord(word.bindMemory(to: UInt8.self).span)
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
    guard let dictionary else { return nil }
    for (words, byStem) in [(keys.surfaces, false), (keys.stems, true)] {
      var list = try words.withKey(of: range) { key throws(FormatError) in
        try dictionary.record(for: key)?.list(byStem: byStem)
      }
      if let found = try list?.next() { return try found.term.forms }
    }
    return nil
  }
}

/// The keys under which a table may have the words of a question.
struct QuestionKeys {
  let surfaces: WordKeys
  let stems: WordKeys

  init(_ words: [QuestionWord]) {
    surfaces = WordKeys(words.lazy.map(\.surface))
    stems = WordKeys(words.lazy.map(\.stem))
  }

  /// - Parameter words: The words of a form that is equivalent to words of the question.
  init(_ words: [WordForms]) {
    surfaces = WordKeys(words.lazy.map(\.surface))
    stems = WordKeys(words.lazy.map(\.stem))
  }
}

extension SynonymSet {
  /// Adds a member unless the set already has its words.
  package mutating func add(_ member: Member) {
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

  /// Returns a word of the question with its stem in the passages' language.
  static func ofQuestion(_ words: [QuestionWord], _ index: Int, _ analyzer: Analyzer) -> Self {
    Self(words: [analyzer.forms(of: words[index].surface)], weight: 1)
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

/// The words of a question, separated by spaces in one array, so that the key of a range of words
/// is a part of these bytes.
struct WordKeys {
  private var bytes: [UInt8] = []
  /// The offset of each word, and the offset of a word after the last.
  private var starts: [Int] = [0]

  /// The usual number of bytes of a word and its space.
  private static let usualLength = 8

  init(_ words: some Collection<String>) {
    bytes.reserveCapacity(Self.usualLength * words.count)
    starts.reserveCapacity(words.count + 1)
    for var word in words {
      word.withUTF8 { bytes.append(contentsOf: $0) }
      bytes.append(0x20)
      starts.append(bytes.count)
    }
  }

  /// - Parameter range: A range of words, which must not be empty.
  func withKey<Value, Failure>(
    of range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let part = starts[range.lowerBound]..<starts[range.upperBound] - 1
    return try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) -> Value in
      try body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[part]))
    }
  }
}
