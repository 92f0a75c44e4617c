import Model

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
  let source: Vocabulary
  let target: Vocabulary
  private(set) var pairs: [Pair] = []

  init(_ kind: DictionaryKind, from source: Vocabulary, to target: Vocabulary) {
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
