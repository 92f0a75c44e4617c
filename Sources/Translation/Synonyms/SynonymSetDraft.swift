import Bytes
import Glibc
public import Model

/// A closure that returns whether passages may contain a word, given in UTF-8, as a surface form or
/// a stem. A result of `false` is certain.
public typealias WordPresence = (UnsafeRawBufferPointer) -> Bool

/// A synonym set to which the translations of a dictionary are added.
///
/// A translation that no passage contains takes a rank like the others, but its words are never
/// decoded.
struct SynonymSetDraft {
  private(set) var set: SynonymSet
  /// The members with which the set began.
  private let given: [SynonymSet.Member]
  /// The translations so far, including those that did not become members.
  private var terms: [TableRecord.Term] = []
  private var hasGlossaryTerms = false

  /// - Parameter set: The question's words and what texts equate with them. The latter are not
  ///   guesses, and do not count as translations.
  init(_ set: SynonymSet) {
    self.set = set
    given = set.members
  }

  /// A Boolean value that indicates whether a dictionary had any translations.
  var hasTranslations: Bool { !terms.isEmpty }

  /// - Parameter mayBeHeld: A closure that returns whether a passage may contain a word of a term.
  mutating func add(
    _ list: TableRecord.List, mayBeHeld: (TableRecord.Term) throws(FormatError) -> Bool
  ) throws(FormatError) {
    var list = list
    terms.reserveCapacity(min(terms.count + list.count, SynonymSet.maximumTranslations))
    while terms.count < SynonymSet.maximumTranslations, let translation = try list.next() {
      // A wordnet has all senses of a word. After translations that a person selected, they are
      // noise (R@1 +.3 to +1.5 points without them, on four collections).
      if translation.source == .wordnet, hasGlossaryTerms { return }
      let term = translation.term
      guard try isNew(term) else { continue }
      let weight = SynonymSet.weight(ofRank: terms.count)
      terms.append(term)
      if translation.source.isGlossary { hasGlossaryTerms = true }
      if try mayBeHeld(term) {
        set.members.append(
          SynonymSet.Member(words: try term.forms, weight: weight))
      } else {
        set.leftOut += 1
      }
    }
  }

  private func isNew(_ term: TableRecord.Term) throws(FormatError) -> Bool {
    if terms.contains(where: { $0.isSame(as: term) }) { return false }
    for member in given {
      if try term.hasSurfaces(of: member.words) { return false }
    }
    return true
  }
}

extension DictionaryKind {
  fileprivate var isGlossary: Bool { self == .userGlossary || self == .builtInGlossary }
}

extension SynonymSet {
  /// The maximum number of translations of a set, not counting what texts equate with its words.
  public static let maximumTranslations = 10
  /// The maximum number of words of a phrase, in either language.
  public static let maximumPhraseLength = 4

  /// Returns the weight of the translation at `rank`, from 0 for the likeliest up to
  /// `maximumTranslations` − 1: (1 + rank)^-0.6.
  static func weight(ofRank rank: Int) -> Double { weights[rank] }

  private static let weights = (0..<maximumTranslations).map { pow(1 + Double($0), -0.6) }
}
