import Glibc
import Model
import TextAnalysis

/// Stems of one language, as keys of words.
///
/// The words that passages are made of come again and again, so a stem that was once found is kept
/// until another word takes its slot: a table of fixed size, each word with one place in it. Owns
/// an analyzer, which is not thread-safe.
final class StemReader {
  /// All bits of an empty slot are 0, like those of no word's key.
  private struct Slot {
    var word: WordKey
    var stem: WordKey
    /// Of Indonesian words, else the stem again.
    var root: WordKey
  }

  private let analyzer: Analyzer
  private var tokenizer = Tokenizer()
  private let slots: UnsafeMutablePointer<Slot>
  private static let slotCount = 8192
  private let hasRoots: Bool
  /// A filter for words of the language, which rejects all of them.
  let emptyFilter: WordFilter
  /// The weights and relations of the words of questions.
  let knownWords: KnownWords

  var language: Language { analyzer.language }

  init(_ language: Language) {
    analyzer = Analyzer(language: language)
    hasRoots = language == .indonesian
    emptyFilter = WordFilter(language: language)
    knownWords = KnownWords(analyzer)
    slots = Self.emptySlots()
  }

  deinit { free(slots) }

  /// Returns empty slots, of which unused memory takes no pages: a program that starts for one
  /// question reads few words.
  private static func emptySlots() -> UnsafeMutablePointer<Slot> {
    guard let memory = calloc(slotCount, MemoryLayout<Slot>.stride) else {
      preconditionFailure("out of memory")
    }
    return memory.bindMemory(to: Slot.self, capacity: slotCount)
  }

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
