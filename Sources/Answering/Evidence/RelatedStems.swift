import CRelatedWords
import Model

/// Stems with related meanings, found by a program: *stake* and *bet*.
///
/// Two stems are related if their vectors are near. `tanya-train related` makes such a table from a
/// file of word vectors. The English table is made from the vectors that the sentence encoder
/// all-MiniLM-L6-v2 (Apache License 2.0) gives to single words, the Indonesian one from the mean
/// vectors of each word's translations in tanya's glossary and FreeDict's dictionary.
///
/// Such a relation is less certain than one of ``RelatedWords``, so it helps to find the sentence that
/// answers, and counts neither for the words that answer nor for the verdict.
enum RelatedStems {
  /// Calls `body` with the stems that are related to a stem, nearest first, each with the strength
  /// of the relation, from 0.1 to 0.9.
  static func forEachStem(
    relatedTo stem: Span<UInt8>, in language: Language,
    _ body: (_ other: Span<UInt8>, _ strength: Double) -> Void
  ) {
    guard let others = table(of: language)?.rest(ofLineOf: stem) else { return }
    for other in others.split(separator: UInt8(ascii: " ")) {
      guard let digit = other.last else { continue }
      let stem = UnsafeBufferPointer(rebasing: other.dropLast())
      body(stem.span, Double(digit &- UInt8(ascii: "0")) / 10)
    }
  }

  private static func table(of language: Language) -> SortedLines? {
    let table: tanya_related_words_table
    switch language {
    case .english: table = tanya_english_related_words()
    case .indonesian: table = tanya_indonesian_related_words()
    default: return nil
    }
    return SortedLines(table.bytes, count: table.count)
  }
}
