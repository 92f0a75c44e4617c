import Model

/// Puts the findings of all dictionaries for one direction together into a section of the table.
struct SectionCompiler {
  private let languages: LanguagePair
  private var target: Vocabulary?
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
    _ found: FoundPairs, from source: Vocabulary, to target: Vocabulary,
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
