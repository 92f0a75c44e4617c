/// The offices that a sentence names, and who holds each of them: `the deputy mayor, Jo Tan`,
/// `Ketuanya adalah Sari Indah`, `Ann Poe (chair)`, `Kantor itu dikepalai Adi`.
struct Offices {
  /// The relations of a name to the office that a question asks for.
  enum Standing {
    /// The name stands with no office.
    case none
    /// The sentence does not name the office at all.
    case unstated
    case holder
    /// The holder of the office before, for a question about the present one.
    case formerHolder
    /// The holder of another office, or a name beside the holder.
    case other
  }

  /// A role with the words that make it another office: `deputy mayor`, `direktur keuangan`.
  private struct Office {
    /// The indices of its words.
    var words: Range<Int>
    var isAsked: Bool
    var isFormer: Bool
    /// A Boolean value that indicates whether it holds an attribute that the question gives.
    var isExact: Bool
    /// The words of the name of its holder.
    var holder: Range<Int>?
  }

  private var offices: [Office] = []
  /// A Boolean value that indicates whether the question asks for an office.
  let isAsked: Bool
  /// A Boolean value that indicates whether the sentence holds the office that the question asks for,
  /// or a verb for it: `founded` of *founder*.
  private let isStated: Bool

  /// - Parameters:
  ///   - sentence: The sentence.
  ///   - names: The words of its names, in order.
  init(_ sentence: MatchedSentence, names: [Range<Int>]) {
    isAsked = sentence.question.terms.contains(where: \.isRole)
    var index = 0
    let asked = AskedOffice(sentence.question, isAttributeFirst: sentence.isEnglish)
    while index < sentence.text.words.count {
      guard sentence.isRole(index) else {
        index += 1
        continue
      }
      let words = sentence.officeWords(around: index, asked)
      let holder = HolderFinder(sentence: sentence, names: names).holder(of: words)
      let ranks = OfficeRank.all(in: words, of: sentence)
      let isFormer = ranks.contains(.former) || holder?.isFormer ?? false
      offices.append(
        Office(
          words: words,
          isAsked: isAsked && asked.isNamed(by: words, ranks: ranks.subtracting(.former), sentence),
          isFormer: asked.isFormer ? !isFormer : isFormer && !asked.isPast,
          isExact: asked.holdsAttribute(words, sentence), holder: holder?.name))
      index = max(words.upperBound, index + 1)
    }
    // `the first consul` rather than any consul
    if offices.contains(where: { $0.isAsked && $0.isExact }) {
      for index in offices.indices where !offices[index].isExact { offices[index].isAsked = false }
    }
    isStated =
      sentence.isRoleIntroduced || offices.contains(where: \.isAsked)
      || sentence.matches.contains { sentence.question.terms[$0.term].isRole }
  }

  func standing(of name: Range<Int>) -> Standing {
    let held = offices.filter { $0.holder == name }
    if held.contains(where: { $0.isAsked && !$0.isFormer }) { return .holder }
    if held.contains(where: \.isAsked) { return .formerHolder }
    if isAsked, !isStated { return .unstated }
    let isHeldByOther = offices.contains { $0.isAsked && $0.holder != nil }
    return held.isEmpty && !(isAsked && isHeldByOther) ? .none : .other
  }
}

/// The office that a question asks for.
struct AskedOffice {
  /// The terms beside the role that tell which one is meant: *finance* in *finance director*.
  private var attributes: [Int] = []
  private var ranks: OfficeRank = []
  var isFormer: Bool { ranks.contains(.former) }
  /// A Boolean value that indicates whether the question names a time: *until 2019*.
  let isPast: Bool

  init(_ question: QuestionTerms, isAttributeFirst: Bool) {
    isPast = question.terms.contains(where: \.isNumber)
    let places = Set(question.terms.filter(\.isRole).map(\.place))
    for (index, term) in question.terms.enumerated() {
      ranks.formUnion(OfficeRank.of(term.surface))
      guard !term.isRole, !term.isEntity, OfficeRank.of(term.surface).isEmpty
      else { continue }
      if places.contains(term.place + (isAttributeFirst ? 1 : -1)) { attributes.append(index) }
    }
  }

  func holdsAttribute(_ words: Range<Int>, _ sentence: MatchedSentence) -> Bool {
    words.contains { sentence.term(at: $0).map(attributes.contains) ?? false }
  }

  /// Returns whether some words of a sentence name this office rather than another one.
  func isNamed(by words: Range<Int>, ranks: OfficeRank, _ sentence: MatchedSentence) -> Bool {
    guard ranks == self.ranks.subtracting(.former) else { return false }
    func holds(_ words: Range<Int>, _ isMeant: (Int) -> Bool) -> Bool {
      words.contains { sentence.term(at: $0).map(isMeant) ?? false }
    }
    guard holds(words, { sentence.question.terms[$0].isRole }) else { return false }
    // A president director is no president.
    let isOther = words.contains { index in
      sentence.term(at: index) == nil && sentence.isRole(index)
        && !sentence.text.word(index, is: .honorific)
    }
    guard !isOther else { return false }
    guard !attributes.isEmpty, !holds(words, attributes.contains) else { return true }
    // The other attribute of `the sales director`, `direktur keuangan`.
    let beside = sentence.isEnglish ? words.lowerBound - 1 : words.upperBound
    return !sentence.isAttribute(beside, of: words)
  }
}

/// Words that make a role another office.
struct OfficeRank: OptionSet, Sendable {
  let rawValue: UInt64

  static let deputy = OfficeRank(rawValue: 1 << 0)
  static let assistant = OfficeRank(rawValue: 1 << 1)
  static let acting = OfficeRank(rawValue: 1 << 2)
  static let former = OfficeRank(rawValue: 1 << 3)
  static let next = OfficeRank(rawValue: 1 << 4)

  static func of(_ word: WordKey) -> OfficeRank { OfficeRank(rawValue: table[word]) }

  static func all(in words: Range<Int>, of sentence: MatchedSentence) -> OfficeRank {
    words.reduce(into: []) { $0.formUnion(of(sentence.bareKey($1))) }
  }

  private static let table = {
    var table = WordMarks(capacity: 40)
    table.insert("deputy vice wakil", mark: deputy.rawValue)
    table.insert("assistant asisten pembantu", mark: assistant.rawValue)
    table.insert("acting interim plt pjs", mark: acting.rawValue)
    table.insert("former ex late erstwhile previous mantan bekas eks lama", mark: former.rawValue)
    table.insert("next incoming designate calon", mark: next.rawValue)
    return table
  }()
}

extension MatchedSentence {
  var isEnglish: Bool { text.convention == .decimalPoint }

  /// Returns whether a word is a role: one of the list, or that of the question.
  func isRole(_ index: Int) -> Bool {
    guard text.words.indices.contains(index) else { return false }
    return Lexicon.shared.classes(of: bareKey(index)).contains(.role)
      || !text.looksLikeVerb(index) && term(at: index).map { question.terms[$0].isRole } ?? false
  }

  /// Returns a word without the *-nya* of `ketuanya`.
  func bareKey(_ index: Int) -> WordKey {
    let word = text.words[index]
    guard !isEnglish, word.range.count > 6,
      text.bytes[word.range.upperBound - 3..<word.range.upperBound].elementsEqual("nya".utf8)
    else { return word.key }
    return WordKey(text.bytes.span.extracting(word.range.lowerBound..<word.range.upperBound - 3))
  }

  /// Returns the words of the office that a role belongs to.
  fileprivate func officeWords(around role: Int, _ asked: AskedOffice) -> Range<Int> {
    func belongs(_ index: Int) -> Bool {
      guard text.words.indices.contains(index) else { return false }
      return isRole(index) || !OfficeRank.of(bareKey(index)).isEmpty
        || term(at: index).map { !question.terms[$0].isEntity } ?? false
    }
    var start = role
    while start > 0, [.space, .hyphen].contains(text.words[start].gap), belongs(start - 1) {
      start -= 1
    }
    var end = role + 1
    while end < text.words.count, [.space, .hyphen].contains(text.words[end].gap), belongs(end),
      !isEnglish || isRole(end)
    {
      end += 1
    }
    return start..<end
  }

  /// Returns whether a word beside an office says which one it is.
  fileprivate func isAttribute(_ index: Int, of office: Range<Int>) -> Bool {
    guard text.words.indices.contains(index),
      text.words[max(index, office.lowerBound)].gap == .space, term(at: index) == nil
    else { return false }
    let word = text.words[index]
    return word.shape == .lower && !text.isFunction(index) && !text.looksLikeVerb(index)
      && !text.word(index, is: [.copula, .particle, .conjunction])
      && !HolderFinder.times.contains(word.key)
  }
}
