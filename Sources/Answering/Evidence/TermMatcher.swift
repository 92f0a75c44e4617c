import Model
import Retrieval
import TextAnalysis

/// A word of a passage that matches a word of the question.
struct TermMatch: Sendable, Equatable {
  /// Index of the question's term.
  var term: Int
  /// UTF-8 bytes of the passage.
  var range: Range<Int>
  /// 0…1; 1 for the same word or stem.
  var strength: Double
  /// The word is not the question's, but one that stands for it: a translation or a long form.
  var isTranslation = false
  /// A Boolean value that indicates whether the word is only related to the question's by
  /// ``RelatedStems``.
  var isRelated = false
}

/// Decides whether a word of a text matches a word of the question, and how strongly: the only
/// place where the two are compared.
struct TermMatcher {
  /// Words that only share their beginning (*founded*, *founder*).
  static let kinshipStrength = 0.7
  /// Indonesian words of one root: *merendam*, *terendam*.
  static let rootStrength = 0.85
  /// The long form of an acronym that only its capitals show.
  static let initialsStrength = 0.9
  /// Words of one group of ``WordGroups/synonyms``.
  static let synonymStrength = 0.8
  /// The verb that tells the event from its other side: *sold* for *bought*.
  static let converseStrength = 0.7
  /// The beginning must be this long, and this share of the longer word.
  private static let kinshipBytes = 5
  private static let kinshipShare = 0.7

  let terms: [QuestionTerm]
  private let translations: TermTranslations?
  private let related: TermRelations?
  private let hasSynonyms: Bool
  /// The terms that are verbs with a converse.
  private let converses: [Int]
  /// Lets every word through that may match.
  let filter: WordFilter
  /// The terms that are acronyms.
  private let initials: [(term: Int, initials: Initials)]

  /// - Parameters:
  ///   - translations: into the language of the passages; nil for the question's own.
  ///   - related: the related stems of the language of the passages.
  ///   - language: of the passages.
  init(
    terms: [QuestionTerm], translations: TermTranslations? = nil, related: TermRelations? = nil,
    language: Language
  ) {
    self.terms = terms
    self.translations = translations
    self.related = related
    hasSynonyms = terms.contains { $0.synonyms != 0 }
    converses = terms.indices.filter {
      !terms[$0].isEntity && ConverseVerbs.isAsked(terms[$0].surface)
    }
    var filter = WordFilter(language: language)
    for term in terms {
      let word = term.folded.span
      filter.admit(
        beginningWith: word.count < Self.kinshipBytes
          ? word : word.extracting(first: Self.kinshipBytes))
      filter.admit(stem: term.stemmed.span)
      WordGroups.synonyms.forEachWord(ofGroup: term.synonyms) { filter.admit(beginningWith: $0) }
    }
    for term in converses {
      ConverseVerbs.forEachStated(forAsked: terms[term].surface) { filter.admit(stem: $0) }
    }
    for word in translations?.words ?? [] {
      filter.admit(stem: word.surface.utf8.span)
      filter.admit(stem: word.stem.utf8.span)
    }
    for word in translations?.relatedWords ?? [] {
      filter.admit(stem: word.folded.span)
      filter.admit(stem: word.stemmed.span)
    }
    for word in related?.stems ?? [] { filter.admit(stem: word.stem.span) }
    self.filter = filter
    initials = terms.indices.compactMap { index in
      guard terms[index].isEntity, let initials = Initials(acronym: terms[index].text) else {
        return nil
      }
      return (index, initials)
    }
  }

  /// Calls `body` with a match for each long form of an acronym that only its capitals show, in
  /// order of position for each acronym.
  func forEachLongForm(in bytes: Span<UInt8>, _ body: (TermMatch) -> Void) {
    for (term, initials) in initials {
      var start = 0
      var left = Self.mostLongForms
      while left > 0, let range = initials.longForm(in: bytes, from: start) {
        body(
          TermMatch(
            term: term, range: range, strength: Self.initialsStrength, isTranslation: true))
        start = range.upperBound
        left -= 1
      }
    }
  }

  /// The greatest number of long forms of an acronym that are looked for in a text.
  private static let mostLongForms = 8

  /// The term that a folded word, with its key and its stem's, matches.
  @inline(__always)
  func match(
    surface: Span<UInt8>, _ key: WordKey, stem: WordKey, root: WordKey
  ) -> (term: Int, strength: Double)? {
    for index in terms.indices
    where terms[index].surface == key || terms[index].stem == stem || terms[index].stem == key {
      return (index, 1)
    }
    if hasSynonyms {
      let group = WordGroups.synonyms.group(of: key)
      if group != 0, let index = terms.firstIndex(where: { $0.synonyms == group }) {
        return (index, Self.synonymStrength)
      }
    }
    for index in converses
    where ConverseVerbs.slot(asked: terms[index].surface, stated: key) != nil {
      return (index, Self.converseStrength)
    }
    guard surface.count >= Self.kinshipBytes else { return nil }
    for index in terms.indices where terms[index].root == root {
      return (index, Self.rootStrength)
    }
    for index in terms.indices
    where isKin(surface, terms[index].folded, isEntity: terms[index].isEntity) {
      return (index, Self.kinshipStrength)
    }
    return nil
  }

  /// The terms that a word in another language translates.
  @inline(__always)
  func translated(_ word: WordKey, stem: WordKey) -> TermTranslations.Entry? {
    translations?.entry(surface: word, stem: stem)
  }

  /// The terms that a stem is only related to.
  @inline(__always)
  func related(toStem stem: WordKey) -> TermTranslations.Entry? { related?[stem] }

  /// Names are kin only with a letter more: *Indonesia*, *Indonesian*.
  @inline(__always)
  private func isKin(_ surface: Span<UInt8>, _ term: [UInt8], isEntity: Bool) -> Bool {
    guard term.count >= Self.kinshipBytes, surface[0] == term[0] else { return false }
    var shared = 1
    let shorter = min(surface.count, term.count)
    let longer = max(surface.count, term.count)
    while shared < shorter, surface[shared] == term[shared] { shared += 1 }
    if isEntity { return shared == shorter && longer - shorter <= 1 }
    return shared >= Self.kinshipBytes && Double(shared) >= Self.kinshipShare * Double(longer)
  }
}
