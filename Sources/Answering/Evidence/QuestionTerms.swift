import Bytes
public import Model
import Retrieval
import TextAnalysis

/// The content words of a question, each once, with their weights, and what they match in passages.
///
/// For one thread, like the question that owns them.
final class QuestionTerms {
  /// A set of terms is a mask of 64 bits; a longer question is judged by its first 64 words.
  static let limit = 64

  let terms: [QuestionTerm]
  /// The weights of all terms together; above 0 unless there is no term.
  let totalWeight: Double
  /// The term of the largest weight, an entity before others.
  let rarest: Int?
  /// A Boolean value that indicates whether the value before a change is asked for: *before*,
  /// *sebelum*.
  let asksOrigin: Bool
  /// A Boolean value that indicates whether what happens regularly or later is asked for: *when does
  /// the library open?*
  let isPresent: Bool
  /// The numbers with a point or comma as they are written: a passage without them is about
  /// another version, section or amount.
  let numerals: [[UInt8]]
  /// A Boolean value that indicates whether the question itself is negated: *why not?*
  let isNegated: Bool
  /// By the language of the passages.
  private let translations: [Language: TermTranslations]
  /// The words of the question's language that are related to its own.
  private let related: TermRelations?
  private let language: Language
  /// The matchers of the languages encountered so far.
  private var matchers: [TermMatcher] = []

  /// The measure that is also a preposition, *in*.
  private static let deep = WordKey("dalam")
  private static let presentVerbs = [WordKey("does"), WordKey("do")]

  /// The number of passages of the collection.
  let passageCount: Int

  var isEmpty: Bool { terms.isEmpty }

  /// Takes the words that are neither stop words nor skipped.
  ///
  /// - Parameters:
  ///   - query: The question.
  ///   - expected: What it asks for.
  ///   - statistics: The statistics of the index.
  ///   - stems: The reader of the question's language, which has no other statistics.
  ///   - withRelated: A Boolean value that indicates whether words that are related to the
  ///     question's match it.
  ///   - skipped: A closure that returns whether to skip a word.
  init(
    _ query: Query, expected: ExpectedAnswer, statistics: some TermStatistics, stems: StemReader,
    withRelated: Bool = true, skipping skipped: (WordKey) -> Bool = { _ in false }
  ) {
    passageCount = statistics.passageCount
    language = query.language
    let words = query.terms.map { WordKey($0.surface) }
    var terms: [QuestionTerm] = []
    terms.reserveCapacity(min(words.count, Self.limit))
    for index in words.indices {
      let surface = words[index]
      // *how long*: the measure is a word of the topic as well.
      let isMeasure = expected.asking.contains(index) && !Dimension(askedBy: surface).isEmpty
      guard !query.terms[index].isStopWord || isMeasure && surface == Self.deep else { continue }
      guard isMeasure || !expected.asking.contains(index), terms.count < Self.limit else {
        continue
      }
      let term = query.terms[index]
      let stem = WordKey(term.stem)
      guard !skipped(surface), !terms.contains(where: { $0.stem == stem }) else { continue }
      // *people* and *live* ask for the population once.
      let synonyms = WordGroups.synonyms.group(of: surface)
      guard synonyms == 0 || !terms.contains(where: { $0.synonyms == synonyms }) else { continue }
      let isEntity = Self.isEntity(term.text.utf8.span, isFirst: index == 0)
      // Only the names count of a sentence that gives the topic.
      guard isEntity || !expected.topic.contains(index) else { continue }
      let known = QuestionWords.of(surface)
      let isLight =
        !isEntity
        && (known.contains(.light)
          || known.contains(.naming) && Self.isNaming(at: index, query, expected))
      let isFocus = isMeasure || expected.focus.contains(index)
      let idf = stems.knownWords.idf(ofStem: term.stem, stem, in: statistics)
      terms.append(
        QuestionTerm(
          text: term.text, place: index, folded: term.surface, stemmed: term.stem,
          surface: surface, stem: stem,
          root: query.language == .indonesian
            ? IndonesianRoot.key(of: term.surface.utf8.span) : nil,
          synonyms: synonyms,
          weight: max(idf, 0.1) * (isFocus ? SentenceScore.focusWeight : 1)
            * (isLight ? SentenceScore.lightWeight : 1)
            // The date of the document says what is current.
            * (known.contains(.present) ? SentenceScore.presentWeight : 1),
          isEntity: isEntity, isLight: isLight,
          isRole: !isLight && Self.isRole(surface, at: index, query, expected),
          isVerb: Self.isVerb(surface, at: index, query, expected),
          isNumber: term.surface.utf8.span.holdsDigit, isFocus: isFocus,
          isSuperlative: Superlative.isOne(at: index, of: query)))
    }
    self.terms = terms
    asksOrigin = QuestionWords.all(in: words[...]).contains(.origin)
    isPresent = words.contains(where: Self.presentVerbs.contains)
    isNegated = words.contains { Lexicon.shared.classes(of: $0).contains(.negation) }
    numerals = Self.numerals(in: query.text)
    let places = terms.map(\.place)
    translations =
      query.concepts.isEmpty
      ? [:] : query.concepts.mapValues { TermTranslations($0, places: places) }
    related = withRelated ? Self.related(to: terms, in: query, stems.knownWords) : nil
    totalWeight = terms.reduce(0) { $0 + $1.weight }
    rarest = terms.indices.max {
      (terms[$0].isEntity ? 1 : 0, terms[$0].weight) < (
        terms[$1].isEntity ? 1 : 0, terms[$1].weight
      )
    }
  }

  /// Returns the numbers of a text that have a point.
  private static func numerals(in text: String) -> [[UInt8]] {
    let point = UInt8(ascii: ".")
    let bytes = text.utf8.span
    guard bytes.firstIndex(of: point, in: bytes.indices) != nil else { return [] }
    return WordScanner.words(in: bytes, range: bytes.indices).compactMap { word in
      guard word.isNumber else { return nil }
      let number = word.range.map { bytes[$0] }
      return number.contains(point) ? number : nil
    }
  }

  /// Returns the words that are related to those of a question, never to names and numbers; nil if
  /// there are none.
  private static func related(
    to terms: [QuestionTerm], in query: Query, _ known: KnownWords
  ) -> TermRelations? {
    var words: [(words: [KnownWords.RelatedWord], term: Int)] = []
    var others: [(stems: [RelatedStems.Relation], term: Int)] = []
    for index in terms.indices where !terms[index].isEntity {
      func add(_ word: WordKey) {
        let related = known.words(relatedTo: word)
        if !related.isEmpty { words.append((related, index)) }
      }
      let place = terms[index].place
      if query.language == .english, place + 1 < query.terms.count {
        // *hand in*, *took off*: the verb with its particle.
        let particle = query.terms[place + 1].surface
        add(WordKey(query.terms[place].surface, particle))
        if terms[index].stem != terms[index].surface {
          add(WordKey(query.terms[place].stem, particle))
        }
      }
      add(terms[index].surface)
      if terms[index].stem != terms[index].surface { add(terms[index].stem) }
      guard !terms[index].isLight else { continue }
      let related = known.stems(relatedTo: query.terms[place].stem, terms[index].stem)
      if !related.isEmpty { others.append((related, index)) }
    }
    guard !words.isEmpty || !others.isEmpty else { return nil }
    return TermRelations(words: words, stems: others)
  }

  /// The stems for which the passages of an answer are searched besides the question's words: those
  /// that are related to them.
  var searchedStems: [RelatedStem] {
    guard let related else { return [] }
    var keys: [WordKey] = []
    var found: [RelatedStem] = []
    func add(_ key: WordKey, _ term: Int, _ strength: Double, _ stem: () -> String) {
      guard !terms.contains(where: { $0.stem == key }) else { return }
      let weight = SentenceScore.relatedWeight * strength
      if let known = keys.firstIndex(of: key) {
        found[known].weight = max(found[known].weight, weight)
      } else {
        keys.append(key)
        found.append(RelatedStem(stem: stem(), weight: weight, term: terms[term].place))
      }
    }
    for (words, term) in related.words {
      for word in words { add(word.stem, term, TermRelations.strengthOfWords) { word.stemmed } }
    }
    for (stems, term) in related.stems {
      for other in stems {
        add(other.key, term, other.strength) { String(decoding: other.stem, as: UTF8.self) }
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
  private static func isNaming(at index: Int, _ query: Query, _ expected: ExpectedAnswer) -> Bool {
    guard expected.focus.contains(index) else { return false }
    let noun = query.language == .indonesian ? index + 1 : index - 1
    return query.terms.indices.contains(noun) && !query.terms[noun].isStopWord
      && !expected.asking.contains(noun)
      && (query.language != .indonesian || expected.focus.contains(noun))
  }

  /// Returns what matches the words of passages in the language of a reader. Each language has one
  /// matcher, which is made when it is needed.
  func matcher(for stems: StemReader) -> TermMatcher {
    if let known = matchers.first(where: { $0.language == stems.language }) { return known }
    let matcher = TermMatcher(
      terms: terms, translations: translations[stems.language],
      related: stems.language == language ? related : nil, stems: stems)
    matchers.append(matcher)
    return matcher
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
      return between.isEmpty && !isVerb(surface, at: index, query, expected)
        && expected.part == .unknown
    }
    return query.language == .english && !between.isEmpty
      && between.allSatisfy { query.terms[$0].isStopWord }
      && Lexicon.shared.classes(of: WordKey(query.terms[between.lowerBound].surface))
        .contains(.copula)
      && expected.part == .unknown
  }

  private static func isVerb(
    _ surface: WordKey, at index: Int, _ query: Query, _ expected: ExpectedAnswer
  ) -> Bool {
    let word = query.terms[index].surface.utf8.span
    if query.language == .indonesian {
      return word.count > 5
        && (word.begins(with: "me") || word.begins(with: "di") || word.begins(with: "ber")
          || word.begins(with: "ter"))
    }
    if expected.type == .person, index == expected.asking.upperBound { return true }
    return word.count > 4 && (word.ends(with: "ed") || word.ends(with: "ing"))
      || WordGroups.isIrregularVerb(surface)
  }

  /// A capital inside a question, or digits anywhere.
  private static func isEntity(_ word: Span<UInt8>, isFirst: Bool) -> Bool {
    if word.holdsDigit { return true }
    return !isFirst && !word.isEmpty && word.isUppercase(at: 0, end: word.count)
  }
}

/// A content word of a question as sentences are searched for it.
struct QuestionTerm: Sendable {
  /// As typed.
  var text: String
  /// Index in `Query.terms`.
  var place: Int
  var folded: String
  var stemmed: String
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
