public import Model
import Retrieval
import TextAnalysis

/// The content words of a question, each once, with their weights.
struct QuestionTerms: Sendable {
  /// A set of terms is a mask of 64 bits; a longer question is judged by its first 64 words.
  static let limit = 64

  var terms: [QuestionTerm] = []
  /// The weights of all terms together; above 0 unless there is no term.
  var totalWeight = 0.0
  /// The term of the largest weight, an entity before others.
  var rarest: Int?
  /// By the language of the passages.
  private var translations: [Language: TermTranslations] = [:]

  var isEmpty: Bool { terms.isEmpty }

  /// Takes the words that are neither stop words nor `skipped`.
  init(
    _ query: Query, expected: ExpectedAnswer, statistics: some TermStatistics,
    skipping skipped: (WordKey) -> Bool
  ) {
    for (index, term) in query.terms.enumerated() where !term.isStopWord {
      guard !expected.asking.contains(index), terms.count < Self.limit else { continue }
      let surface = WordKey(term.surface)
      let stem = WordKey(term.stem)
      guard !skipped(surface), !terms.contains(where: { $0.stem == stem }) else { continue }
      let isFocus = expected.focus.contains(index)
      let idf = statistics.idf(ofStem: term.stem, in: query.language)
      terms.append(
        QuestionTerm(
          text: term.text, place: index, folded: Array(term.surface.utf8),
          stemmed: Array(term.stem.utf8), surface: surface, stem: stem,
          synonyms: Synonyms.shared.group(of: surface),
          weight: max(idf, 0.1) * (isFocus ? SentenceScore.focusWeight : 1),
          isEntity: Self.isEntity(term, isFirst: index == 0),
          isNumber: term.surface.utf8.contains(where: \.isASCIIDigit), isFocus: isFocus))
    }
    let places = terms.map(\.place)
    translations = query.concepts.mapValues { TermTranslations($0, places: places) }
    totalWeight = terms.reduce(0) { $0 + $1.weight }
    rarest = terms.indices.max {
      (terms[$0].isEntity ? 1 : 0, terms[$0].weight) < (
        terms[$1].isEntity ? 1 : 0, terms[$1].weight
      )
    }
  }

  /// The weighted share of the question that `strength` gives, 0…1.
  @inline(__always)
  func share(_ strength: (Int) -> Double) -> Double {
    guard totalWeight > 0 else { return 0 }
    var sum = 0.0
    for index in terms.indices { sum += terms[index].weight * strength(index) }
    return sum / totalWeight
  }

  /// Matches the words of passages in a language.
  func matcher(for language: Language) -> TermMatcher {
    TermMatcher(terms: terms, translations: translations[language], language: language)
  }

  /// A capital inside a question, or digits anywhere.
  private static func isEntity(_ term: QuestionWord, isFirst: Bool) -> Bool {
    let bytes = term.text.utf8
    if bytes.contains(where: \.isASCIIDigit) { return true }
    guard !isFirst, !bytes.isEmpty else { return false }
    let text = Array(bytes)
    return text.span.isUppercase(at: 0, end: text.count)
  }
}

/// A content word of a question as sentences are searched for it.
struct QuestionTerm: Sendable {
  /// As typed.
  var text: String
  /// Index in `Query.terms`.
  var place: Int
  /// Folded bytes, for words that only share their beginning.
  var folded: [UInt8]
  /// Bytes of the stem.
  var stemmed: [UInt8]
  var surface: WordKey
  var stem: WordKey
  /// Its group of ``Synonyms``; 0 for none.
  var synonyms: UInt8
  /// The share of the question that it carries: its inverse document frequency.
  var weight: Double
  /// Whether it is a name, a year or a number, which no other word can replace.
  var isEntity: Bool
  /// Has digits.
  var isNumber: Bool
  /// Whether it names the kind of thing asked for (*firm* in *which firm*): the answer itself may
  /// replace it.
  var isFocus: Bool
}

/// The statistics of an index that the answerer needs.
///
/// Weights are inverse document frequencies over passages, at least 0; a word that no passage
/// holds has the largest.
public protocol TermStatistics {
  func idf(ofStem stem: String, in language: Language) -> Double
}
