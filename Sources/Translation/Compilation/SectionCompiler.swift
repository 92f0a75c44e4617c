import Model

/// Puts the findings of all dictionaries for one direction together into a section of the table.
struct SectionCompiler {
  private let languages: LanguagePair
  private var target: DictionaryTerms?
  private var keys: [String] = []
  private var numbers: [String: Int32] = [:]
  private var bySurface: [RankedLists.Finding] = []
  private var byStem: [RankedLists.Finding] = []

  init(_ languages: LanguagePair) { self.languages = languages }

  /// Takes the pairs that `found` has for the direction; none if it is about other languages.
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
    // A word of the vocabulary has the same keys each time.
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

  /// Nil where there is nothing to translate.
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

/// What the reading of a dictionary finds: words of its two languages that translate each other.
struct FoundPairs {
  struct Pair {
    /// Numbers in the vocabularies of the two languages.
    var source: Int32
    var target: Int32
    /// How much speaks for it: 1 / its position among the translations of the word, or how often
    /// texts say so.
    var score: Float
  }

  /// Pairs that one dictionary may have.
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

  /// - Parameter position: of the translation among those of its word, from 1 on.
  mutating func add(_ sourceTerm: Int32, _ targetTerm: Int32, position: Int) {
    add(sourceTerm, targetTerm, score: 1 / Float(position))
  }

  mutating func add(_ sourceTerm: Int32, _ targetTerm: Int32, score: Float) {
    guard pairs.count < Self.maximumCount else { return }
    pairs.append(Pair(source: sourceTerm, target: targetTerm, score: score))
  }
}
