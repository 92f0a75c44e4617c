public import Retrieval

/// Tells from a question's words what kind of answer it asks for; English and Indonesian.
public struct QuestionClassifier: Sendable {
  private let tables = QuestionTables.shared

  public init() {}

  public func questionType(of query: Query) -> ExpectedAnswer {
    let words = query.terms.map { WordKey($0.surface) }
    guard !words.isEmpty else { return ExpectedAnswer(type: .other) }
    var expected =
      first(of: tables.anywhere, in: words) ?? first(of: tables.phrases, in: words)
      ?? yesNo(words)
    expected.statement = StatementQuestion.statement(asked: words, type: expected.type)
    if expected.type == .person, isDescription(query, expected) { expected.form = .description }
    if expected.type == .place, words.contains(where: Self.rank.contains) {
      expected.type = .number
      expected.form = .rank
    }
    refineAmount(words, &expected)
    if expected.type == .date {
      let classes = words.reduce(into: WordClass()) {
        $0.formUnion(Lexicon.shared[$1].classes)
      }
      if classes.contains(.ending) {
        expected.form = .ending
      } else if classes.contains(.beginning) {
        expected.form = .beginning
      }
    }
    return expected
  }

  /// The first of some patterns that the words hold.
  private func first(
    of patterns: [WordKey: [QuestionPattern]], in words: [WordKey]
  ) -> ExpectedAnswer? {
    for index in words.indices {
      guard let candidates = patterns[words[index]] else { continue }
      for pattern in candidates where words[index...].starts(with: pattern.words) {
        return expected(pattern, at: index..<(index + pattern.words.count), in: words)
      }
    }
    return nil
  }

  private func expected(
    _ pattern: QuestionPattern, at asking: Range<Int>, in words: [WordKey]
  ) -> ExpectedAnswer {
    var expected = ExpectedAnswer(type: pattern.type, form: pattern.form, asking: asking)
    switch pattern.noun {
    case .none: break
    case .counted:
      expected.focus = counted(words, from: asking.upperBound)
      if let type = tables.nouns[word(words, asking.upperBound)],
        type == .percentage || type == .money
      {
        expected.type = type
      }
    case .after:
      if asking.count == 1, asking.lowerBound > 0, Self.what.contains(words[asking.lowerBound]),
        let type = nounBefore(words, asking.lowerBound)
      {
        expected.type = type
        expected.focus = (asking.lowerBound - 1)..<asking.lowerBound
        break
      }
      if let (noun, type) = nounAfter(words, asking) {
        expected.type = type
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

  /// The words counted: from here to the first function word, three at most.
  private func counted(_ words: [WordKey], from start: Int) -> Range<Int> {
    var end = start
    while end < words.count, end - start < 3,
      !Lexicon.shared[words[end]].classes.contains(.function)
    {
      end += 1
    }
    return start..<end
  }

  /// The telling noun within four words, an *of* or a verb not crossed; after *apa* it comes at
  /// once.
  private func nounAfter(_ words: [WordKey], _ asking: Range<Int>) -> (Int, QuestionType)? {
    let start = asking.upperBound
    let reach = Self.what.contains(words[asking.lowerBound]) ? 1 : 4
    var index = start
    while index < words.count, index - start < reach {
      if let type = tables.nouns[words[index]] { return (index, type) }
      if index > start, Self.nounEnds.contains(words[index]) { return nil }
      index += 1
    }
    return nil
  }

  /// *What coalition rose*: a noun right after *what*.
  private func asksWhatNoun(_ words: [WordKey], _ asking: Range<Int>) -> Bool {
    guard asking.count == 1, asking.upperBound < words.count else { return false }
    let classes = Lexicon.shared[words[asking.upperBound]].classes
    return words[asking.lowerBound] == Self.whatNoun
      && classes.isDisjoint(with: [.function, .copula])
  }

  /// *Apakah fotosintesis?*: a few words without a verb's prefix.
  private func isShortNoun(_ words: ArraySlice<WordKey>) -> Bool {
    1...2 ~= words.count && !words.contains { Lexicon.shared[$0].classes.contains(.function) }
  }

  private func nounBefore(_ words: [WordKey], _ end: Int) -> QuestionType? {
    guard end > 0 else { return nil }
    if let type = tables.nouns[words[end - 1]] { return type }
    return Lexicon.shared[words[end - 1]].classes.contains(.function) ? nil : .choice
  }

  /// *What is the colour of X*, *what is X used for*: not a thing to be defined.
  private func isPartOfSomething(_ words: [WordKey], from start: Int) -> Bool {
    words[start...].count > 6 || words[start...].contains(where: Self.nounEnds.contains)
  }

  /// *Who is X?* with nothing but a name.
  private func isDescription(_ query: Query, _ expected: ExpectedAnswer) -> Bool {
    let rest = query.terms[expected.asking.upperBound...]
    guard let verb = rest.first else { return false }
    let classes = Lexicon.shared[WordKey(verb.surface)].classes
    let name =
      classes.contains(.copula) || Self.that.contains(WordKey(verb.surface))
      ? rest.dropFirst() : rest
    guard 1...5 ~= name.count else { return false }
    return name.allSatisfy { term in
      let classes = Lexicon.shared[WordKey(term.surface)].classes
      return classes.isDisjoint(with: [.role, .function])
        && (term.text.utf8.first.map { !($0 &- 0x61 < 26) } ?? false)
    }
  }

  /// What is measured, and what *how much* means.
  private func refineAmount(_ words: [WordKey], _ expected: inout ExpectedAnswer) {
    guard expected.type == .number, expected.form == .plain else { return }
    if words[expected.asking].contains(where: Self.measured.contains)
      || words[expected.focus].contains(where: Self.measured.contains)
    {
      expected.form = .measure
    } else if expected.focus.isEmpty {
      expected.type = amountType(words, after: expected.asking.upperBound)
    }
  }

  /// What *how much* and *berapa* mean: the words after them may name money or a share.
  private func amountType(_ words: [WordKey], after start: Int) -> QuestionType {
    for word in words[start...] {
      if let type = tables.nouns[word], type == .percentage || type == .money { return type }
      if Self.money.contains(word) { return .money }
    }
    return .number
  }

  /// A verb first makes a yes/no question; no question word at all makes a topic.
  private func yesNo(_ words: [WordKey]) -> ExpectedAnswer {
    ExpectedAnswer(type: Self.openingVerbs.contains(words[0]) ? .yesNo : .other)
  }

  private static func keys(_ list: String) -> Set<WordKey> {
    Set(list.split(whereSeparator: \.isWhitespace).map { WordKey($0) })
  }

  private static let whatNoun = WordKey("what")
  private static let what = keys("apa apakah")
  private static let rank = keys("rank ranks ranked ranking peringkat urutan")
  private static let measured = keys(
    """
    far tall high wide deep long large big heavy fast height length size distance temperature
    weight speed depth area elevation altitude width luas tinggi panjang lebar jarak suhu berat
    kecepatan ketinggian kedalaman diameter bobot dalam
    """)
  private static let that = keys("itu sih")
  private static let money = keys(
    "cost costs pay paid spend spent price worth earn earned budget salary fund funds harga biaya")
  private static let nounEnds = keys(
    """
    of in for by to from that between is are was were did does do can has have had will would
    used called known named dari untuk yang oleh
    """)
  private static let openingVerbs = keys(
    """
    is are was were do does did has have had can could will would should am may
    adakah benarkah bisakah dapatkah pernahkah haruskah akankah bolehkah mungkinkah sudahkah
    """)
}
