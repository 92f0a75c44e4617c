import Model
import Retrieval
import TextAnalysis

/// The other words that match a question's words in passages of one language: translations, and
/// short and long forms in the question's own language.
struct TermTranslations: Sendable {
  /// The terms that a word of such a passage matches.
  struct Entry: Sendable {
    /// A bit set of the question's terms; several if the word translates a phrase.
    var terms: UInt64
    /// 0…1.
    var strength: Double

    @inline(__always)
    func forEachTerm(_ body: (_ term: Int, _ strength: Double) -> Void) {
      var terms = terms
      while terms != 0 {
        body(terms.trailingZeroBitCount, strength)
        terms &= terms - 1
      }
    }
  }

  /// The strength of the likeliest translation.
  private static let best = 0.95
  /// The factor for one word of a phrase that translates the question's word.
  private static let partOfPhrase = 0.5

  private var entries: [WordKey: Entry] = [:]
  /// Each translation as it is written and stemmed.
  private(set) var words: [WordForms] = []

  /// - Parameters:
  ///   - concepts: of the passages' language.
  ///   - places: for each term of the question, its index in the query.
  init(_ concepts: [SynonymSet], places: [Int]) {
    for concept in concepts {
      let terms: UInt64 = places.indices.reduce(0) {
        concept.range.contains(places[$1]) ? $0 | 1 << UInt64($1) : $0
      }
      guard terms != 0 else { continue }
      // The first member is the question's own word, which the terms themselves match.
      for member in concept.members.dropFirst() {
        let strength =
          Self.best * member.weight * (member.words.count > 1 ? Self.partOfPhrase : 1)
        for word in member.words { add(word, Entry(terms: terms, strength: strength)) }
        words += member.words
      }
    }
  }

  private mutating func add(_ word: WordForms, _ entry: Entry) {
    let (surface, stem) = (WordKey(word.surface), WordKey(word.stem))
    add(surface, entry)
    if stem != surface { add(stem, entry) }
  }

  private mutating func add(_ key: WordKey, _ entry: Entry) {
    guard var known = entries[key], known.strength >= entry.strength else {
      entries[key] = entry
      return
    }
    // A short form matches each word of its long form.
    if known.strength == entry.strength {
      known.terms |= entry.terms
      entries[key] = known
    }
  }

  @inline(__always)
  func entry(surface: WordKey, stem: WordKey) -> Entry? {
    guard !entries.isEmpty else { return nil }
    return entries[surface] ?? entries[stem]
  }
}
