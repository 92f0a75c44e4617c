import Bytes
import Glibc
public import Model

/// Whether passages may hold a word of these letters, given in UTF-8, as a surface form or a stem;
/// false is certain.
public typealias WordPresence = (UnsafeRawBufferPointer) -> Bool

/// A synonym set to which the translations of a dictionary are added.
///
/// What no passage holds takes its place among them, and is never made words of.
struct SynonymSetDraft {
  private(set) var set: SynonymSet
  /// The number of members that the set began with.
  private let givenCount: Int
  /// The translations so far, whether they became members or not.
  private var terms: [TableRecord.Term] = []
  private var hasGlossaryTerms = false

  /// - Parameter set: the question's words and what texts equate with them. That is no guess, and
  ///   takes no place among the dictionaries' translations.
  init(_ set: SynonymSet) {
    self.set = set
    givenCount = set.members.count
  }

  /// Whether a dictionary had any.
  var hasTranslations: Bool { !terms.isEmpty }

  /// - Parameter mayBeHeld: whether a passage may have any word of a term.
  mutating func add(
    _ list: TableRecord.List, mayBeHeld: (TableRecord.Term) throws(FormatError) -> Bool
  ) throws(FormatError) {
    var list = list
    terms.reserveCapacity(min(terms.count + list.count, SynonymSet.maximumTranslations))
    while terms.count < SynonymSet.maximumTranslations, let translation = try list.next() {
      // A wordnet has all senses of a word: behind translations that somebody chose they are
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
    for member in set.members.prefix(givenCount) {
      if try term.hasSurfaces(of: member.words) { return false }
    }
    return true
  }
}

extension DictionaryKind {
  fileprivate var isGlossary: Bool { self == .userGlossary || self == .builtInGlossary }
}

extension SynonymSet {
  /// The largest number of members of a set beside the question's own words.
  public static let maximumTranslations = 10
  /// The largest number of words of a phrase, on either side.
  public static let maximumPhraseLength = 4

  /// The weight of the translation at `rank`, in 0..<maximumTranslations from the likeliest:
  /// (1 + rank)^-0.6.
  static func weight(ofRank rank: Int) -> Double { weights[rank] }

  private static let weights = (0..<maximumTranslations).map { pow(1 + Double($0), -0.6) }
}
