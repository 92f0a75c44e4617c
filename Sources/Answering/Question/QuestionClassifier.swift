import Bytes
import Model
public import Retrieval
import TextAnalysis

/// Determines the kind of answer that a question asks for, in English and Indonesian. See
/// ``ExpectedAnswer``.
public struct QuestionClassifier: Sendable {
  private let tables = QuestionTables.shared

  public init() {}

  public func questionType(of query: Query) -> ExpectedAnswer {
    let words = query.terms.map { WordKey($0.surface) }
    guard !words.isEmpty else { return ExpectedAnswer(type: .other) }
    let last = Self.startOfLastSentence(query)
    var expected =
      first(of: tables.anywhere, in: words) ?? first(of: tables.phrases, in: words, from: last)
      ?? first(of: tables.phrases, in: words) ?? yesNo(words)
    if expected.asking.lowerBound >= last, query.terms[..<last].dropFirst().contains(where: isName)
    {
      expected.topic = 0..<last
    }
    if expected.type == .number || expected.type == .other || expected.type == .choice {
      let text = query.text.utf8.span
      if text.firstIndex(of: UInt8(ascii: "%"), in: text.indices) != nil {
        expected.type = .percentage
      }
    }
    expected.statement = StatementQuestion.statement(asked: words, type: expected.type)
    if expected.statement == nil {
      expected.statement = StatementQuestion.implied(asked: words, type: expected.type)
      expected.isStatementImplied = expected.statement != nil
    }
    if expected.type == .person, isDescription(query, expected) { expected.form = .description }
    if expected.type == .place, QuestionWords.all(in: words[...]).contains(.rank) {
      expected.type = .number
      expected.form = .rank
    }
    refineAmount(words, &expected)
    refineMeasure(words, &expected)
    expected.part = part(query, words, expected)
    expected.isPlural = isPlural(words, expected) || isPluralNoun(query, expected)
    expected.wantsLatest =
      QuestionWords.all(in: words[...]).contains(.latest)
      || zip(words, words.dropFirst()).contains { $0 == Self.saat && $1 == Self.ini }
    if expected.type == .place { expected.direction = direction(words, expected) }
    expected.wantsStart =
      expected.type == .date && words.contains(where: Self.startingVerbs.contains)
      && !words.contains { Lexicon.shared.classes(of: $0).contains(.copula) }
    expected.isPresent =
      words.contains(where: Self.presentVerbs.contains)
      && !query.terms.contains { $0.surface.utf8.contains(where: \.isASCIIDigit) }
    if [.date, .place].contains(expected.type), expected.form == .plain {
      let classes = words.reduce(into: WordClass()) {
        $0.formUnion(Lexicon.shared.classes(of: $1))
      }
      if classes.contains(.ending) {
        expected.form = .ending
      } else if classes.contains(.beginning) {
        expected.form = .beginning
      }
    }
    return expected
  }

  /// Returns whether a word of a sentence that does not ask is a name: *Vik*, *KM Bintang*.
  private func isName(_ term: QuestionWord) -> Bool {
    !term.isStopWord && term.text.utf8.first.map { $0 &- 0x41 < 26 || $0 >= 0xC3 } ?? false
      && Lexicon.shared.classes(of: WordKey(term.surface)).isDisjoint(with: [
        .function, .month, .weekday, .honorific,
      ])
  }

  /// Returns the expected answer of the first pattern that the words contain, or of the longest of
  /// those that begin at the same word.
  private func first(
    of patterns: QuestionPatterns, in words: [WordKey], from start: Int = 0
  ) -> ExpectedAnswer? {
    for index in words.indices.dropFirst(start) {
      guard let pattern = patterns.longest(in: words, at: index) else { continue }
      return expected(pattern, at: index..<(index + pattern.words.count), in: words)
    }
    return nil
  }

  private func expected(
    _ pattern: QuestionPattern, at asking: Range<Int>, in words: [WordKey]
  ) -> ExpectedAnswer {
    var expected = ExpectedAnswer(type: pattern.type, form: pattern.form, asking: asking)
    if pattern.form == .clock, asksWhatNoun(words, last: asking) {
      // *What time tracking code*, unlike *what time does*.
      expected.type = .choice
      expected.form = .plain
      expected.asking = asking.lowerBound..<(asking.upperBound - 1)
      expected.focus = counted(words, from: asking.upperBound - 1)
      return expected
    }
    switch pattern.noun {
    case .none: break
    case .counted:
      expected.focus = counted(words, from: asking.upperBound)
      if let type = tables.type(ofNoun: word(words, asking.upperBound)),
        type == .percentage || type == .money
      {
        expected.type = type
      }
    case .after:
      if asking.count == 1, asking.lowerBound > 0,
        QuestionWords.of(words[asking.lowerBound]).contains(.what),
        let type = nounBefore(words, asking.lowerBound)
      {
        expected.type = type
        expected.isTypedByNoun = true
        expected.focus = (asking.lowerBound - 1)..<asking.lowerBound
        break
      }
      if pattern.type == .yesNo, isYesNo(words, after: asking.upperBound) { break }
      // *What's a trell?*
      if words[asking.lowerBound] == Self.whatNoun,
        Self.indefinite.contains(word(words, asking.upperBound)),
        !isPartOfSomething(words, from: asking.upperBound)
      {
        expected.type = .definition
        break
      }
      if let (noun, type) = nounAfter(words, asking) {
        expected.type = type
        expected.isTypedByNoun = true
        expected.focus = asking.upperBound..<(noun + 1)
      } else if pattern.type == .choice || asksWhatNoun(words, asking) {
        expected.type = .choice
        expected.focus = counted(words, from: asking.upperBound)
      } else if pattern.type == .definition, isPartOfSomething(words, from: asking.upperBound) {
        expected.type = .other
      }
      if expected.type == .yesNo, isShortNoun(words[asking.upperBound...]) {
        expected.type = .definition
      }
    case .before:
      guard asking.lowerBound > 0 else { break }
      expected.focus = (asking.lowerBound - 1)..<asking.lowerBound
      if let type = nounBefore(words, asking.lowerBound) { expected.type = type }
    }
    return expected
  }

  private func word(_ words: [WordKey], _ index: Int) -> WordKey {
    index < words.count ? words[index] : WordKey()
  }

  /// Returns the range of the words counted: from `start` to the first function word, at most
  /// three.
  private func counted(_ words: [WordKey], from start: Int) -> Range<Int> {
    var end = start
    while end < words.count, end - start < 3,
      !Lexicon.shared.classes(of: words[end]).contains(.function)
    {
      end += 1
    }
    return start..<end
  }

  /// Returns the noun that determines the type, within four words and before any *of* or verb;
  /// after *apa*, it follows immediately.
  private func nounAfter(_ words: [WordKey], _ asking: Range<Int>) -> (Int, QuestionType)? {
    let start = asking.upperBound
    // *What's an irrational number?* asks for its meaning.
    guard !Self.indefinite.contains(word(words, start)) else { return nil }
    let reach = QuestionWords.of(words[asking.lowerBound]).contains(.what) ? 1 : 4
    var index = start
    while index < words.count, index - start < reach {
      if let type = tables.type(ofNoun: words[index]) { return (index, type) }
      if index > start, QuestionWords.of(words[index]).contains(.nounEnds) { return nil }
      index += 1
    }
    return nil
  }

  /// Returns whether *apakah* asks whether, rather than what: a person follows it, for whom one
  /// would ask *siapa*, or a modal verb does.
  private func isYesNo(_ words: [WordKey], after start: Int) -> Bool {
    guard start < words.count else { return false }
    return tables.type(ofNoun: words[start]) == .person
      || words[start...].contains { QuestionWords.of($0).contains(.modal) }
  }

  /// Returns whether a noun directly follows *what*: *What coalition rose*.
  private func asksWhatNoun(_ words: [WordKey], _ asking: Range<Int>) -> Bool {
    guard asking.count == 1, asking.upperBound < words.count else { return false }
    let classes = Lexicon.shared.classes(of: words[asking.upperBound])
    return words[asking.lowerBound] == Self.whatNoun
      && classes.isDisjoint(with: [.function, .copula])
  }

  /// Returns whether the last word of *what time* belongs to a longer noun.
  private func asksWhatNoun(_ words: [WordKey], last asking: Range<Int>) -> Bool {
    guard asking.count > 1, asking.upperBound < words.count else { return false }
    let classes = Lexicon.shared.classes(of: words[asking.upperBound])
    return words[asking.upperBound - 2] == Self.whatNoun
      && classes.isDisjoint(with: [.function, .copula])
      && QuestionWords.of(words[asking.upperBound]).isDisjoint(with: [.openingVerbs, .nounEnds])
  }

  /// Returns whether there are only one or two words, none of them a function word: *Apakah
  /// fotosintesis?*
  private func isShortNoun(_ words: ArraySlice<WordKey>) -> Bool {
    1...2 ~= words.count && !words.contains { Lexicon.shared.classes(of: $0).contains(.function) }
  }

  private func nounBefore(_ words: [WordKey], _ end: Int) -> QuestionType? {
    guard end > 0 else { return nil }
    if let type = tables.type(ofNoun: words[end - 1]) { return type }
    return Lexicon.shared.classes(of: words[end - 1]).contains(.function) ? nil : .choice
  }

  /// Returns whether the question asks for a property rather than a definition: *What is the colour
  /// of X*, *what is X used for*.
  private func isPartOfSomething(_ words: [WordKey], from start: Int) -> Bool {
    words[start...].count > 6 || QuestionWords.all(in: words[start...]).contains(.nounEnds)
  }

  /// Returns whether the question is *Who is X?* with only a name.
  private func isDescription(_ query: Query, _ expected: ExpectedAnswer) -> Bool {
    let rest = query.terms[expected.asking.upperBound...]
    guard let verb = rest.first else { return false }
    let classes = Lexicon.shared.classes(of: WordKey(verb.surface))
    let name =
      classes.contains(.copula) || QuestionWords.of(WordKey(verb.surface)).contains(.that)
      ? rest.dropFirst() : rest
    guard 1...5 ~= name.count else { return false }
    return name.allSatisfy { term in
      let classes = Lexicon.shared.classes(of: WordKey(term.surface))
      return classes.isDisjoint(with: [.role, .function])
        && (term.text.utf8.first.map { !($0 &- 0x61 < 26) } ?? false)
    }
  }

  /// Refines amounts: measures, and the meaning of *how much*.
  private func refineAmount(_ words: [WordKey], _ expected: inout ExpectedAnswer) {
    guard expected.type == .number, expected.form == .plain else { return }
    // *How high is the fine?*
    if QuestionWords.all(in: words[expected.asking]).contains(.measured), expected.focus.isEmpty,
      let type = words[expected.asking.upperBound...].prefix(3).lazy.compactMap(tables.type).first,
      type == .money || type == .percentage
    {
      expected.type = type
      return
    }
    if QuestionWords.all(in: words[expected.asking]).contains(.measured)
      || QuestionWords.all(in: words[expected.focus]).contains(.measured)
    {
      expected.form = .measure
    } else if expected.focus.isEmpty {
      expected.type = amountType(words, after: expected.asking.upperBound)
    }
  }

  /// Returns the type of *how much* and *berapa*: later words may name money or a share.
  private func amountType(_ words: [WordKey], after start: Int) -> QuestionType {
    for word in words[start...] {
      if let type = tables.type(ofNoun: word), type == .percentage || type == .money { return type }
      if QuestionWords.of(word).contains(.money) { return .money }
    }
    return .number
  }

  /// Returns a yes/no question if a verb comes first, or a topic otherwise.
  private func yesNo(_ words: [WordKey]) -> ExpectedAnswer {
    ExpectedAnswer(type: QuestionWords.of(words[0]).contains(.openingVerbs) ? .yesNo : .other)
  }

  private static let whatNoun = WordKey("what")
  private static let indefinite = ["a", "an"].map { WordKey($0) }

  /// Returns the index of the first word of the last sentence, which asks. A sentence before it
  /// gives the topic: *My child died. How much time off do I get?*
  private static func startOfLastSentence(_ query: Query) -> Int {
    let text = query.text.utf8.span
    for index in query.terms.indices.dropFirst().reversed() {
      let before = query.terms[index - 1].range
      let gap = before.upperBound..<query.terms[index].range.lowerBound
      let isEnd =
        gap.contains { text[$0] == UInt8(ascii: "?") || text[$0] == UInt8(ascii: "!") }
        || gap.contains { text[$0] == UInt8(ascii: ".") }
          && gap.contains { text[$0] == UInt8(ascii: " ") } && before.count > 3
      if isEnd { return index }
    }
    return 0
  }

  /// Refines measures: their dimensions, and numbers that identify something.
  private func refineMeasure(_ words: [WordKey], _ expected: inout ExpectedAnswer) {
    guard [.number, .duration].contains(expected.type) else { return }
    for word in Array(words[expected.asking]) + words[expected.focus] {
      expected.dimensions.formUnion(Dimension(askedBy: word))
    }
    // *How much does the ferry weigh?*: the verb at the end names the dimension.
    if expected.type == .number, expected.dimensions.isEmpty, expected.focus.isEmpty,
      let verb = words.last
    {
      expected.dimensions = Dimension(askedBy: verb)
    }
    if expected.type == .duration,
      expected.dimensions.isEmpty
        || words[expected.asking.upperBound...].contains(where: Self.lasting.contains)
    {
      expected.dimensions = .duration
    }
    let isReference = words[expected.focus].contains {
      QuestionWords.of($0).contains(.reference)
    }
    if isReference, expected.dimensions.isEmpty { expected.form = .reference }
  }

  /// Verbs of what takes time: *how long does the walk take?* asks for no length.
  private static let lasting = [
    "take", "takes", "took", "taken", "last", "lasts", "lasted", "wait", "stay", "stays", "stayed",
  ].map { WordKey($0) }

  /// Returns the part of the person asked for: an active verb directly after *who* asks for its
  /// agent.
  private func part(
    _ query: Query, _ words: [WordKey], _ expected: ExpectedAnswer
  ) -> ExpectedAnswer.Part {
    guard expected.type == .person, expected.form == .plain else { return .unknown }
    let rest = Array(words[expected.asking.upperBound...])
    guard rest.count > 1 else { return .unknown }
    let second = query.terms[expected.asking.upperBound + 1].surface
    if rest[0] == Self.yang {
      return second.hasPrefix("di") ? .patient : second.hasPrefix("me") ? .agent : .unknown
    }
    if Self.auxiliaries.contains(rest[0]) { return .patient }
    if Lexicon.shared.classes(of: rest[0]).contains(.copula) {
      // *Who was killed?*, but not *who was the mayor?*
      return second.hasSuffix("ed") || WordGroups.isIrregularVerb(rest[1])
        ? .patient : .unknown
    }
    guard query.language != .indonesian else { return .unknown }
    return Lexicon.shared.classes(of: rest[0]).isDisjoint(with: [.function, .role])
      ? .agent : .unknown
  }

  /// Returns the direction of *ke mana*, *dari mana*, and of *where … to*.
  private func direction(
    _ words: [WordKey], _ expected: ExpectedAnswer
  ) -> ExpectedAnswer.Direction {
    for word in Array(words[expected.asking]) + words.suffix(1) {
      if Self.destinations.contains(word) { return .to }
      if Self.sources.contains(word) { return .from }
    }
    return .none
  }

  private static let destinations = ["to", "ke", "kemana"].map { WordKey($0) }
  private static let sources = ["from", "dari", "darimana"].map { WordKey($0) }
  private static let startingVerbs = [
    "open", "opens", "opened", "begin", "begins", "began", "start", "starts", "started", "dibuka",
    "mulai", "dimulai",
  ].map { WordKey($0) }
  private static let presentVerbs = ["is", "are", "does", "do", "has", "have"].map {
    WordKey($0)
  }
  private static let saat = WordKey("saat")
  private static let ini = WordKey("ini")
  private static let yang = WordKey("yang")
  private static let auxiliaries = ["did", "does", "do"].map { WordKey($0) }

  /// Returns whether the noun after *which* is an English plural: *which languages*.
  private func isPluralNoun(_ query: Query, _ expected: ExpectedAnswer) -> Bool {
    guard query.language == .english, [.choice, .place, .organization].contains(expected.type),
      let last = expected.focus.last
    else { return false }
    let noun = query.terms[last].surface
    return noun.utf8.count > 3 && noun.hasSuffix("s")
      && !["ss", "us", "is"].contains { noun.hasSuffix($0) }
  }

  private func isPlural(_ words: [WordKey], _ expected: ExpectedAnswer) -> Bool {
    let next = word(words, expected.asking.upperBound)
    return QuestionWords.of(next).contains(.plural)
      || expected.asking.upperBound < words.count
        && QuestionWords.all(in: words[expected.asking.lowerBound...]).contains(.listing)
  }
}
