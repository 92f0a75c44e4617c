import Model

/// Combines the findings of all dictionaries for one direction into a section of the table.
struct SectionCompiler {
  private let languages: LanguagePair
  private var target: DictionaryTerms?
  private var keys: [String] = []
  private var numbers: [String: Int32] = [:]
  private var bySurface: [RankedLists.Finding] = []
  private var byStem: [RankedLists.Finding] = []

  init(_ languages: LanguagePair) { self.languages = languages }

  /// Adds the pairs of a dictionary, unless they are about other languages.
  mutating func add(_ found: FoundPairs) {
    if found.languages == languages {
      add(found, from: found.source, to: found.target) { ($0.source, $0.target) }
    } else if found.languages == languages.reversed {
      add(found, from: found.target, to: found.source) { ($0.target, $0.source) }
    }
  }

  private mutating func add(
    _ found: FoundPairs, from source: DictionaryTerms, to target: DictionaryTerms,
    _ direct: (FoundPairs.Pair) -> (key: Int32, term: Int32)
  ) {
    self.target = target
    // The keys of a word are always the same, so each is looked up once.
    var surfaceKeys = [Int32](repeating: -1, count: source.terms.count)
    var stemKeys = surfaceKeys
    for pair in found.pairs {
      let (word, term) = direct(pair)
      let index = Int(word)
      if surfaceKeys[index] < 0 {
        surfaceKeys[index] = key(source.terms[index].surface)
        stemKeys[index] = key(source.terms[index].stem)
      }
      bySurface.append(
        RankedLists.Finding(
          key: surfaceKeys[index], source: found.kind, term: term, score: pair.score))
      byStem.append(
        RankedLists.Finding(
          key: stemKeys[index], source: found.kind, term: term, score: pair.score))
    }
  }

  private mutating func key(_ text: String) -> Int32 {
    if let number = numbers[text] { return number }
    let number = Int32(keys.count)
    numbers[text] = number
    keys.append(text)
    return number
  }

  /// Returns the section, or nil if there is nothing to translate.
  func section() -> SectionWriter? {
    guard let target, !keys.isEmpty else { return nil }
    let surfaceLists = RankedLists(bySurface, keyCount: keys.count)
    let stemLists = RankedLists(byStem, keyCount: keys.count)
    let encoded = target.terms.map(TableRecord.encode)
    var writer = SectionWriter(languages, recordCount: keys.count)
    for (number, key) in keys.enumerated() {
      let lists = (surface: surfaceLists[number], stem: stemLists[number])
      let record = TableRecord.encode(
        key: key, surface: lists.surface.map { ($0.source, encoded[Int($0.term)]) },
        stem: lists.surface == lists.stem
          ? nil : lists.stem.map { ($0.source, encoded[Int($0.term)]) })
      writer.add(key, record)
    }
    return writer
  }
}

/// The words of two languages that translate each other according to a dictionary.
struct FoundPairs {
  struct Pair {
    /// The number of the word in the vocabulary of the source language.
    var source: Int32
    /// The number of the word in the vocabulary of the target language.
    var target: Int32
    /// The strength of the evidence: 1 / the position among the translations of the word, or the
    /// number of times that texts state it.
    var score: Float
  }

  /// The maximum number of pairs of a dictionary. Further pairs are ignored.
  static let maximumCount = 1 << 23

  let kind: DictionaryKind
  let source: DictionaryTerms
  let target: DictionaryTerms
  private(set) var pairs: [Pair] = []

  init(_ kind: DictionaryKind, from source: DictionaryTerms, to target: DictionaryTerms) {
    self.kind = kind
    self.source = source
    self.target = target
  }

  var languages: LanguagePair { LanguagePair(source.language, target.language) }

  /// - Parameter position: The position of the translation among those of its word, from 1 on.
  mutating func add(_ sourceTerm: Int32, _ targetTerm: Int32, position: Int) {
    add(sourceTerm, targetTerm, score: 1 / Float(position))
  }

  mutating func add(_ sourceTerm: Int32, _ targetTerm: Int32, score: Float) {
    guard pairs.count < Self.maximumCount else { return }
    pairs.append(Pair(source: sourceTerm, target: targetTerm, score: score))
  }
}
