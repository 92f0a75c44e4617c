import Caching
import Model
import TextAnalysis

/// The weights of the words of questions in one language, and the words and stems that are related
/// to them.
///
/// The words of questions come again, so the results of look-ups are kept for later questions,
/// within a bound on the number of words. Uses an analyzer, which is not thread-safe.
final class KnownWords {
  private let analyzer: Analyzer
  private lazy var table = RelatedWords.of(analyzer.language)
  private var words = GenerationalCache<WordKey, [RelatedWord]>(capacity: KnownWords.capacity)
  private var stems = GenerationalCache<WordKey, [RelatedStems.Relation]>(
    capacity: KnownWords.capacity)
  private var weights = GenerationalCache<WordKey, Double>(capacity: KnownWords.capacity)
  /// The greatest number of words that are kept. With what is related to them, they take about two
  /// megabytes.
  private static let capacity = 8192

  /// A word that is related to a word of a question, in the forms that passages are searched for.
  struct RelatedWord {
    var surface: WordKey
    var stem: WordKey
    /// The bytes of the word, which are those of the table of ``RelatedWords``.
    var folded: UnsafeBufferPointer<UInt8>
    var stemmed: String
  }

  init(_ analyzer: Analyzer) { self.analyzer = analyzer }

  /// Returns the words that ``RelatedWords`` relates to a word.
  func words(relatedTo word: WordKey) -> [RelatedWord] {
    guard let table, table.holds(word) else { return [] }
    if let known = words.value(for: word) { return known }
    var found: [RelatedWord] = []
    table.forEachWord(relatedTo: word) { other in
      // A verb with its particle is no word of a text.
      guard !other.contains(UInt8(ascii: "_")) else { return }
      found.append(
        analyzer.withStem(of: other.span) { stem in
          RelatedWord(
            surface: WordKey(other.span), stem: WordKey(stem), folded: other,
            stemmed: stem.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
        })
    }
    words.insert(found, for: word)
    return found
  }

  /// Returns the stems that ``RelatedStems`` relates to a stem, whose key is `key`.
  func stems(relatedTo stem: String, _ key: WordKey) -> [RelatedStems.Relation] {
    if let known = stems.value(for: key) { return known }
    let found = RelatedStems.relations(ofStem: stem.utf8.span, in: analyzer.language)
    stems.insert(found, for: key)
    return found
  }

  /// Returns the inverse document frequency of a stem.
  ///
  /// - Parameters:
  ///   - stem: The stem.
  ///   - key: Its key.
  ///   - statistics: The statistics of the index, which must be those of the calls before.
  func idf(ofStem stem: String, _ key: WordKey, in statistics: some TermStatistics) -> Double {
    if let known = weights.value(for: key) { return known }
    let idf = statistics.idf(ofStem: stem, in: analyzer.language)
    weights.insert(idf, for: key)
    return idf
  }
}
