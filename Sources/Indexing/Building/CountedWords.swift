public import Model
import TextAnalysis

/// The words that an index for a single question counts. All other words only add to the lengths of
/// passages, since the question does not look them up.
public struct CountedWords: Sendable, Equatable {
  private var surfaces: Set<String> = []
  private var stems: Set<String> = []

  /// No words. An index without any lists its passages, but finds none.
  public init() {}

  /// Adds a word, which is looked up in both forms, and with the stem that the rules of each language
  /// of the passages give it.
  public mutating func insert(_ word: WordForms) {
    surfaces.insert(word.surface)
    stems.insert(word.stem)
  }

  /// Adds a word in the form in which texts contain it, with the stem that the rules of each language
  /// give it.
  public mutating func insert(surface: String) { surfaces.insert(surface) }

  /// Adds a stem.
  public mutating func insert(stem: String) { stems.insert(stem) }

  /// The stems of the words by the rules of one language. Words with other stems are not counted.
  struct Stems {
    private var stems: Set<String>
    private var filter: WordFilter

    init(of words: CountedWords, _ analyzer: Analyzer) {
      stems = words.stems
      for surface in words.surfaces {
        stems.insert(analyzer.withStem(of: surface.utf8.span) { String(copying: $0) })
      }
      filter = WordFilter(language: analyzer.language)
      for stem in stems { filter.admit(stem: stem.utf8.span) }
    }

    /// Returns whether a word may have one of the stems. The answer `false` is certain, and takes no
    /// stemming.
    func mayHold(stemOf surface: Span<UInt8>) -> Bool { filter.admits(surface) }

    func contains(_ stem: Span<UInt8>) -> Bool { stems.contains(String(copying: stem)) }
  }
}

extension String {
  fileprivate init(copying bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
