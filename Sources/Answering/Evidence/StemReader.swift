import Model
import TextAnalysis

/// Stems of one language, as keys of words.
///
/// The words that passages are made of come again and again, so a stem that was once found is kept
/// until another word takes its slot: a table of fixed size, each word with one place in it. Owns
/// an analyzer, which is not thread-safe.
final class StemReader {
  private struct Slot {
    var word = WordKey()
    var stem = WordKey()
    /// Of Indonesian words, else the stem again.
    var root = WordKey()
  }

  private let analyzer: Analyzer
  private var tokenizer = Tokenizer()
  private let slots = UnsafeMutablePointer<Slot>.allocate(capacity: StemReader.slotCount)
  private static let slotCount = 4096
  private let hasRoots: Bool
  /// The related words of the words that questions had so far.
  private var related: [WordKey: [RelatedWord]] = [:]
  private lazy var table = RelatedWords.of(language)

  /// A word that is related to a word of a question, in the forms that passages are searched for.
  struct RelatedWord: Sendable {
    var surface: WordKey
    var stem: WordKey
    /// The bytes of both.
    var folded: [UInt8]
    var stemmed: [UInt8]
  }

  var language: Language { analyzer.language }

  init(_ language: Language) {
    analyzer = Analyzer(language: language)
    hasRoots = language == .indonesian
    slots.initialize(repeating: Slot(), count: Self.slotCount)
  }

  deinit { slots.deallocate() }

  /// Calls `body` for each word of a text that a filter admits, with its folded form, its key and
  /// its stem's.
  func forEachWord(
    of text: Span<UInt8>, admittedBy filter: WordFilter,
    _ body: (Token, Span<UInt8>, _ word: WordKey, _ stem: WordKey, _ root: WordKey) -> Void
  ) {
    tokenizer.forEachToken(in: text, admittedBy: filter) { token, surface in
      let word = WordKey(surface)
      let (stem, root) = forms(of: surface, word)
      body(token, surface, word, stem, root)
    }
  }

  /// The stem of a folded word, whose key is `word`.
  @inline(__always)
  func stem(of surface: Span<UInt8>, _ word: WordKey) -> WordKey { forms(of: surface, word).stem }

  /// Returns the words that are related to a word. They are kept, since the words that questions are
  /// made of come again.
  func words(relatedTo word: WordKey) -> [RelatedWord] {
    if let known = related[word] { return known }
    var found: [RelatedWord] = []
    table?.forEachWord(relatedTo: word) { other in
      // A verb with its particle is no word of a text.
      guard !other.indices.contains(where: { other[$0] == UInt8(ascii: "_") }) else { return }
      let surface = WordKey(other)
      found.append(
        analyzer.withStem(of: other) { stem in
          RelatedWord(
            surface: surface, stem: WordKey(stem), folded: other.indices.map { other[$0] },
            stemmed: stem.indices.map { stem[$0] })
        })
    }
    if !found.isEmpty { related[word] = found }
    return found
  }

  /// The stem and the root of a folded word, whose key is `word`.
  @inline(__always)
  private func forms(
    of surface: Span<UInt8>, _ word: WordKey
  ) -> (stem: WordKey, root: WordKey) {
    let slot = word.slot(of: Self.slotCount)
    if slots[slot].word == word { return (slots[slot].stem, slots[slot].root) }
    let stem = analyzer.withStem(of: surface) { WordKey($0) }
    let root = hasRoots ? IndonesianRoot.key(of: surface) ?? stem : stem
    slots[slot] = Slot(word: word, stem: stem, root: root)
    return (stem, root)
  }
}

/// The stem readers of the languages encountered so far. Not thread-safe.
final class StemReaders {
  private var readers: [StemReader] = []

  subscript(language: Language) -> StemReader {
    if let known = readers.first(where: { $0.language == language }) { return known }
    let reader = StemReader(language)
    readers.append(reader)
    return reader
  }
}
