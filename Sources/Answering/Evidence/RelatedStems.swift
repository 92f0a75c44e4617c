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
  /// A stem that is related to another one.
  struct Relation {
    /// The key of the stem.
    var key: WordKey
    /// The bytes of the stem, which are the table's own.
    var stem: UnsafeBufferPointer<UInt8>
    /// The strength of the relation, from 0.1 to 0.9.
    var strength: Double
  }

  /// Returns the stems that are related to a stem, nearest first.
  static func relations(ofStem stem: Span<UInt8>, in language: Language) -> [Relation] {
    guard let line = table(of: language)?.rest(ofLineOf: stem) else { return [] }
    var relations: [Relation] = []
    relations.reserveCapacity(line.count { $0 == space } + 1)
    var start = 0
    while start < line.count {
      // The digit behind a stem is the strength of the relation.
      let end = line[start...].firstIndex(of: space) ?? line.count
      if end > start {
        let stem = UnsafeBufferPointer(rebasing: line[start..<(end - 1)])
        relations.append(
          Relation(
            key: WordKey(stem.span), stem: stem,
            strength: Double(line[end - 1] &- UInt8(ascii: "0")) / 10))
      }
      start = end + 1
    }
    return relations
  }

  private static let space = UInt8(ascii: " ")

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
