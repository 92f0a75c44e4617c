import CWordFrequencies
import Glibc
public import Model

/// The frequencies of words in general texts, which tell the telling words of a question from the
/// others where a library is too small to show it.
///
/// A library of five passages makes *worth* as rare as a name. Its statistics are therefore mixed
/// with those of `passages` passages of general text; in a large library they hardly count.
///
/// The English table counts the GNU Collaborative International Dictionary, the Indonesian one
/// GNOME's help and the manual pages in that language. `tanya-train frequencies INDEX LANGUAGE`
/// prints such a table for an index of other texts.
public enum BackgroundFrequencies {
  /// The number of passages of general text that a library is mixed with.
  static let passages = 1000.0
  /// The tables count passages among so many.
  private static let scale = 100_000.0

  /// The inverse document frequency of a stem: log(1 + (N − df + ½) / (df + ½)) over the library's
  /// passages and the background's together.
  ///
  /// - Parameters:
  ///   - stem: The stem of a word.
  ///   - language: The language of the word.
  ///   - frequency: The number of the library's passages that contain the stem.
  ///   - count: The number of its passages in the language.
  /// - Complexity: O(log *n*) in the size of the table.
  public static func idf(
    ofStem stem: String, in language: Language, frequency: Int, of count: Int
  ) -> Double {
    guard let table = table(of: language) else {
      return idf(Double(frequency), of: Double(count))
    }
    let share = Double(occurrences(of: stem, in: table)) / scale
    return idf(Double(frequency) + passages * share, of: Double(count) + passages)
  }

  private static func idf(_ frequency: Double, of count: Double) -> Double {
    log(1 + (count - frequency + 0.5) / (frequency + 0.5))
  }

  private static func table(of language: Language) -> SortedLines? {
    let table: tanya_frequency_table
    switch language {
    case .english: table = tanya_english_frequencies()
    case .indonesian: table = tanya_indonesian_frequencies()
    default: return nil
    }
    return SortedLines(table.bytes, count: table.count)
  }

  /// Returns the count of a stem, or 0 if the table lacks it.
  private static func occurrences(of stem: String, in table: SortedLines) -> Int {
    var stem = stem
    let digits = stem.withUTF8 { table.rest(ofLineOf: $0.span) }
    return digits?.reduce(0) { $0 * 10 + Int($1 &- 0x30) } ?? 0
  }
}
