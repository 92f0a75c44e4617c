import Bytes
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
final class TermMatcher {
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
  /// The beginning must be this long in bytes, and this share of the longer word.
  private static let kinshipBytes = 5
  private static let kinshipShare = 0.7

  /// The language of the passages.
  let language: Language
  let terms: [QuestionTerm]
  /// The first ``kinshipBytes`` of each term, of which the first is the lowest; 0 of shorter terms.
  private let beginnings: [UInt64]
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
  ///   - related: the related words of the language of the passages.
  ///   - stems: the reader of the language of the passages.
  init(
    terms: [QuestionTerm], translations: TermTranslations?, related: TermRelations?,
    stems: StemReader
  ) {
    language = stems.language
    self.terms = terms
    beginnings = terms.map { term in
      let word = term.folded.utf8.span
      return word.count < Self.kinshipBytes
        ? 0 : word.eightBytes(at: 0).firstBytes(Self.kinshipBytes)
    }
    self.translations = translations
    self.related = related
    hasSynonyms = terms.contains { $0.synonyms != 0 }
    converses = terms.indices.filter {
      !terms[$0].isEntity && ConverseVerbs.isAsked(terms[$0].surface)
    }
    var filter = stems.emptyFilter
    for term in terms {
      filter.admit(beginningWith: term.folded.utf8.span.extracting(first: Self.kinshipBytes))
      filter.admit(stem: term.stemmed.utf8.span)
      WordGroups.synonyms.forEachWord(ofGroup: term.synonyms) { filter.admit(beginningWith: $0) }
    }
    for term in converses {
      ConverseVerbs.forEachStated(forAsked: terms[term].surface) { filter.admit(stem: $0) }
    }
    for word in translations?.words ?? [] {
      filter.admit(stem: word.surface.utf8.span)
      filter.admit(stem: word.stem.utf8.span)
    }
    if let related {
      for (words, _) in related.words {
        for word in words {
          filter.admit(stem: word.folded.span)
          filter.admit(stem: word.stemmed.utf8.span)
        }
      }
      for (stems, _) in related.stems {
        for other in stems { filter.admit(stem: other.stem.span) }
      }
    }
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
    let beginning = surface.eightBytes(at: 0).firstBytes(Self.kinshipBytes)
    for index in terms.indices where beginnings[index] == beginning {
      if isKin(surface, terms[index].folded.utf8.span, isEntity: terms[index].isEntity) {
        return (index, Self.kinshipStrength)
      }
    }
    return nil
  }

  /// The terms that a word translates, or that ``RelatedWords`` relates it to.
  @inline(__always)
  func translated(_ word: WordKey, stem: WordKey) -> TermTranslations.Entry? {
    translations?.entry(surface: word, stem: stem) ?? related?.entry(surface: word, stem: stem)
  }

  /// The terms that a stem is only related to.
  @inline(__always)
  func related(toStem stem: WordKey) -> TermTranslations.Entry? { related?.entry(ofStem: stem) }

  /// Returns whether a word is kin to a term that begins like it. Names are kin only with a letter
  /// more: *Indonesia*, *Indonesian*.
  private func isKin(_ surface: Span<UInt8>, _ term: Span<UInt8>, isEntity: Bool) -> Bool {
    var shared = Self.kinshipBytes
    let shorter = min(surface.count, term.count)
    let longer = max(surface.count, term.count)
    while shared < shorter, surface[shared] == term[shared] { shared += 1 }
    if isEntity { return shared == shorter && longer - shorter <= 1 }
    return Double(shared) >= Self.kinshipShare * Double(longer)
  }
}
