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
  }

  private let analyzer: Analyzer
  private var tokenizer = Tokenizer()
  private let slots = UnsafeMutablePointer<Slot>.allocate(capacity: StemReader.slotCount)
  private static let slotCount = 4096

  var language: Language { analyzer.language }

  init(_ language: Language) {
    analyzer = Analyzer(language: language)
    slots.initialize(repeating: Slot(), count: Self.slotCount)
  }

  deinit { slots.deallocate() }

  /// Calls `body` for each word of a text that a filter admits, with its folded form, its key and
  /// its stem's.
  func forEachWord(
    of text: Span<UInt8>, admittedBy filter: WordFilter,
    _ body: (Token, Span<UInt8>, _ word: WordKey, _ stem: WordKey) -> Void
  ) {
    tokenizer.forEachToken(in: text, admittedBy: filter) { token, surface in
      let word = WordKey(surface)
      body(token, surface, word, stem(of: surface, word))
    }
  }

  /// The stem of a folded word, whose key is `word`.
  @inline(__always)
  func stem(of surface: Span<UInt8>, _ word: WordKey) -> WordKey {
    let slot = word.slot(of: Self.slotCount)
    if slots[slot].word == word { return slots[slot].stem }
    let stem = analyzer.withStem(of: surface) { WordKey($0) }
    slots[slot] = Slot(word: word, stem: stem)
    return stem
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
