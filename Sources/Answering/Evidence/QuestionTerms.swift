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
  /// A Boolean value that indicates whether the value before a change is asked for: *before*,
  /// *sebelum*.
  private(set) var asksOrigin = false
  /// A Boolean value that indicates whether what happens regularly or later is asked for: *when does
  /// the library open?*
  private(set) var isPresent = false
  /// The numbers with a point or comma as they are written: a passage without them is about
  /// another version, section or amount.
  private(set) var numerals: [[UInt8]] = []
  /// A Boolean value that indicates whether the question itself is negated: *why not?*
  private(set) var isNegated = false
  /// By the language of the passages.
  private var translations: [Language: TermTranslations] = [:]
  /// The stems of the question's language that are related to its words.
  private var related: TermRelations?
  private let language: Language

  /// The measure that is also a preposition, *in*.
  private static let deep = WordKey("dalam")

  /// The number of passages of the collection.
  let passageCount: Int

  var isEmpty: Bool { terms.isEmpty }

  /// Takes the words that are neither stop words nor `skipped`.
  init(
    _ query: Query, expected: ExpectedAnswer, statistics: some TermStatistics,
    stems: StemReader? = nil, skipping skipped: (WordKey) -> Bool
  ) {
    passageCount = statistics.passageCount
    language = query.language
    for (index, term) in query.terms.enumerated() {
      let surface = WordKey(term.surface)
      // *how long*: the measure is a word of the topic as well.
      let isMeasure = expected.asking.contains(index) && !Dimension(askedBy: surface).isEmpty
      guard !term.isStopWord || isMeasure && surface == Self.deep else { continue }
      guard isMeasure || !expected.asking.contains(index), terms.count < Self.limit else {
        continue
      }
      let stem = WordKey(term.stem)
      guard !skipped(surface), !terms.contains(where: { $0.stem == stem }) else { continue }
      // *people* and *live* ask for the population once.
      let synonyms = WordGroups.synonyms.group(of: surface)
      guard synonyms == 0 || !terms.contains(where: { $0.synonyms == synonyms }) else { continue }
      let isEntity = Self.isEntity(term, isFirst: index == 0)
      // Only the names count of a sentence that gives the topic.
      guard isEntity || !expected.topic.contains(index) else { continue }
      let isLight =
        !isEntity
        && (QuestionWords.of(surface).contains(.light)
          || Self.isNaming(surface, at: index, query, expected))
      let isPresent = QuestionWords.of(surface).contains(.present)
      let isFocus = isMeasure || expected.focus.contains(index)
      let idf = statistics.idf(ofStem: term.stem, in: query.language)
      terms.append(
        QuestionTerm(
          text: term.text, place: index, folded: Array(term.surface.utf8),
          stemmed: Array(term.stem.utf8), surface: surface, stem: stem,
          root: query.language == .indonesian
            ? IndonesianRoot.key(of: term.surface.utf8.span) : nil,
          synonyms: synonyms,
          weight: max(idf, 0.1) * (isFocus ? SentenceScore.focusWeight : 1)
            * (isLight ? SentenceScore.lightWeight : 1)
            // The date of the document says what is current.
            * (isPresent ? SentenceScore.presentWeight : 1),
          isEntity: isEntity, isLight: isLight,
          isRole: !isLight && Self.isRole(surface, at: index, query, expected),
          isVerb: Self.isVerb(term, at: index, query, expected),
          isNumber: term.surface.utf8.contains(where: \.isASCIIDigit), isFocus: isFocus,
          isSuperlative: Superlative.isOne(at: index, of: query)))
    }
    asksOrigin = query.terms.contains {
      QuestionWords.of(WordKey($0.surface)).contains(.origin)
    }
    isPresent = query.terms.contains { ["does", "do"].contains($0.surface) }
    isNegated = query.terms.contains {
      Lexicon.shared.classes(of: WordKey($0.surface)).contains(.negation)
    }
    let text = Array(query.text.utf8)
    numerals = WordScanner.words(in: text.span, range: text.indices).compactMap { word in
      let bytes = Array(text[word.range])
      return word.isNumber && bytes.contains(UInt8(ascii: ".")) ? bytes : nil
    }
    let places = terms.map(\.place)
    translations = query.concepts.mapValues { TermTranslations($0, places: places) }
    if let stems {
      addRelated(in: query, stems)
      addRelatedStems()
    }
    totalWeight = terms.reduce(0) { $0 + $1.weight }
    rarest = terms.indices.max {
      (terms[$0].isEntity ? 1 : 0, terms[$0].weight) < (
        terms[$1].isEntity ? 1 : 0, terms[$1].weight
      )
    }
  }

  /// Adds the words that are related to those of the question, never to names and numbers.
  private mutating func addRelated(in query: Query, _ stems: StemReader) {
    var words: [(word: StemReader.RelatedWord, term: Int)] = []
    for index in terms.indices where !terms[index].isEntity {
      if query.language == .english, terms[index].place + 1 < query.terms.count {
        // *hand in*, *took off*: the verb with its particle.
        let particle = query.terms[terms[index].place + 1].surface
        let verb = query.terms[terms[index].place]
        words += stems.words(relatedTo: WordKey("\(verb.surface)_\(particle)")).map { ($0, index) }
        if verb.stem != verb.surface {
          words += stems.words(relatedTo: WordKey("\(verb.stem)_\(particle)")).map { ($0, index) }
        }
      }
      words += stems.words(relatedTo: terms[index].surface).map { ($0, index) }
      if terms[index].stem != terms[index].surface {
        words += stems.words(relatedTo: terms[index].stem).map { ($0, index) }
      }
    }
    guard !words.isEmpty else { return }
    translations[query.language, default: TermTranslations()].relate(words)
  }

  /// Adds the stems that a program found to be related to the question's words.
  private mutating func addRelatedStems() {
    var found: [TermRelations.Relation] = []
    for index in terms.indices where !terms[index].isEntity && !terms[index].isLight {
      let stem = terms[index].stemmed
      RelatedStems.forEachStem(relatedTo: stem.span, in: language) {
        other, strength in
        found.append(
          TermRelations.Relation(
            stem: other.indices.map { other[$0] }, term: index, strength: strength))
      }
    }
    if !found.isEmpty { related = TermRelations(found) }
  }

  /// The stems for which the passages of an answer are searched besides the question's words: those
  /// that are related to them.
  var searchedStems: [RelatedStem] {
    let relations = (translations[language]?.relations ?? []) + (related?.stems ?? [])
    var keys: [WordKey] = []
    var found: [RelatedStem] = []
    for relation in relations {
      let key = WordKey(relation.stem.span)
      guard !terms.contains(where: { $0.stem == key }) else { continue }
      let weight = SentenceScore.relatedWeight * relation.strength
      if let known = keys.firstIndex(of: key) {
        found[known].weight = max(found[known].weight, weight)
      } else {
        keys.append(key)
        found.append(
          RelatedStem(
            stem: String(decoding: relation.stem, as: UTF8.self), weight: weight,
            term: terms[relation.term].place))
      }
    }
    return found
  }

  /// The weighted share of the question that `strength` gives, 0…1.
  @inline(__always)
  func share(_ strength: (Int) -> Double) -> Double {
    guard totalWeight > 0 else { return 0 }
    var sum = 0.0
    for index in terms.indices { sum += terms[index].weight * strength(index) }
    return sum / totalWeight
  }

  /// Returns whether a word tells the form of what the noun beside it names: the *number* of *the
  /// phone number*, the *nomor* of *nomor telepon*.
  private static func isNaming(
    _ surface: WordKey, at index: Int, _ query: Query, _ expected: ExpectedAnswer
  ) -> Bool {
    guard QuestionWords.of(surface).contains(.naming), expected.focus.contains(index) else {
      return false
    }
    let noun = query.language == .indonesian ? index + 1 : index - 1
    return query.terms.indices.contains(noun) && !query.terms[noun].isStopWord
      && !expected.asking.contains(noun)
      && (query.language != .indonesian || expected.focus.contains(noun))
  }

  /// Matches the words of passages in a language.
  func matcher(for language: Language) -> TermMatcher {
    TermMatcher(
      terms: terms, translations: translations[language],
      related: language == self.language ? related : nil, language: language)
  }

  /// Returns whether a word is a role, or what follows *who is the*.
  private static func isRole(
    _ surface: WordKey, at index: Int, _ query: Query, _ expected: ExpectedAnswer
  ) -> Bool {
    if Lexicon.shared.classes(of: surface).contains(.role) { return true }
    guard expected.type == .person, expected.form == .plain,
      let first = query.terms.indices.first(where: {
        $0 >= expected.asking.upperBound && !query.terms[$0].isStopWord
      }), first == index, query.terms[index].text.utf8.first.map({ $0 &- 0x61 < 26 }) ?? false
    else { return false }
    let between = expected.asking.upperBound..<index
    if query.language == .indonesian {
      // *Siapa kontraktornya?*
      return between.isEmpty && !isVerb(query.terms[index], at: index, query, expected)
        && expected.part == .unknown
    }
    return query.language == .english && !between.isEmpty
      && between.allSatisfy { query.terms[$0].isStopWord }
      && Lexicon.shared.classes(of: WordKey(query.terms[between.lowerBound].surface))
        .contains(.copula)
      && expected.part == .unknown
  }

  private static func isVerb(
    _ term: QuestionWord, at index: Int, _ query: Query, _ expected: ExpectedAnswer
  ) -> Bool {
    let word = term.surface
    if query.language == .indonesian {
      return word.utf8.count > 5 && ["me", "di", "ber", "ter"].contains { word.hasPrefix($0) }
    }
    if expected.type == .person, index == expected.asking.upperBound { return true }
    return word.utf8.count > 4 && (word.hasSuffix("ed") || word.hasSuffix("ing"))
      || WordGroups.isIrregularVerb(WordKey(word))
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
  /// Its Indonesian root; nil in other languages.
  var root: WordKey?
  /// Its group of ``WordGroups/synonyms``; 0 for none.
  var synonyms: Int
  /// The share of the question that it carries: its inverse document frequency.
  var weight: Double
  /// A Boolean value that indicates whether it is a name, a year or a number, which no other word
  /// can replace.
  var isEntity: Bool
  /// Tells the kind of answer rather than the topic: *come*, *mean*.
  var isLight: Bool
  /// Names a role: *mayor*.
  var isRole: Bool
  /// Is a verb, as far as its form or place shows.
  var isVerb: Bool
  /// Has digits.
  var isNumber: Bool
  /// A Boolean value that indicates whether it names the kind of thing asked for (*firm* in *which
  /// firm*): the answer itself may replace it.
  var isFocus: Bool
  /// A Boolean value that indicates whether it restricts what is asked for to the first or last of
  /// an order: *youngest*, *termuda*.
  var isSuperlative: Bool
}

/// The statistics of an index that the answerer needs.
///
/// Weights are inverse document frequencies over passages, at least 0; a word that no passage
/// holds has the largest.
public protocol TermStatistics {
  /// The number of passages of the collection.
  var passageCount: Int { get }

  func idf(ofStem stem: String, in language: Language) -> Double
}
