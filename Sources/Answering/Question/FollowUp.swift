import Model
public import Retrieval
import TextAnalysis

/// A question that depends on the previous one (*and in China?*, *kapan?*, *when was it founded?*),
/// completed with the words of that question.
public struct FollowUp: Sendable {
  /// The complete question, to be asked instead.
  public var question: String

  /// Creates the complete question, or returns nil if `query` can be understood by itself.
  ///
  /// A question depends on the previous one if it has no content words, if it begins as an addition
  /// without asking anything, or if it is short and contains *it*, *dia* or *-nya*.
  ///
  /// - Parameters:
  ///   - query: The new question.
  ///   - previous: The question before it.
  ///   - person: The person that the answer to the previous question named, whom *he*, *she* and *dia*
  ///     stand for; nil if it named none.
  public init?(_ query: Query, after previous: Query, naming person: String? = nil) {
    let asked = AskedWords(query)
    let before = AskedWords(previous)
    guard !query.terms.isEmpty, !before.content.isEmpty, asked.leansOnAnother else { return nil }
    question =
      asked.isFragment && !asked.content.isEmpty
      ? Self.replacing(in: before, with: asked)
      : Self.naming(person, in: asked) ?? Self.carrying(before, into: asked)
    if question == query.text { return nil }
  }

  /// Returns the earlier question with the new name in place of its counterpart: *in China* for *in
  /// Indonesia*, a country for a country, a name for a name. The new name is appended if it has no
  /// counterpart.
  private static func replacing(in before: AskedWords, with asked: AskedWords) -> String {
    let all = asked.start..<asked.terms.count
    if !asked.isContent(asked.start),
      let place = before.terms.lastIndex(where: { $0.surface == asked.terms[asked.start].surface }),
      place + 1 < before.terms.count, before.isContent(place + 1)
    {
      let end = before.names.first { $0.contains(place + 1) }?.upperBound ?? (place + 2)
      return before.text(replacing: place..<end, with: asked.text(of: all)) + "?"
    }
    if let name = asked.names.last,
      let like = before.names.last(where: {
        before.isGeographic($0) == asked.isGeographic(name)
      })
    {
      return before.text(replacing: like, with: asked.text(of: name)) + "?"
    }
    return before.text(of: 0..<before.terms.count) + " " + asked.text(of: all) + "?"
  }

  /// Returns the new question with a person in place of the pronoun; nil without either.
  private static func naming(_ person: String?, in asked: AskedWords) -> String? {
    guard let person, let pronoun = asked.pronoun, asked.isPersonal(pronoun) else { return nil }
    let rest = pronoun + 1..<asked.terms.count
    return asked.text(of: asked.start..<pronoun, then: person, rest) + "?"
  }

  /// Returns the new question with the topic of the earlier one in place of its pronoun, or else at
  /// its end. A question with content of its own takes over only the names.
  private static func carrying(_ before: AskedWords, into asked: AskedWords) -> String {
    let stems = Set(asked.content.map { asked.terms[$0].stem })
    let names = before.names.flatMap { Array($0) }
    let topic = (asked.content.isEmpty || names.isEmpty ? before.topic : names)
      .filter { !stems.contains(before.terms[$0].stem) }
      .map { before.terms[$0].text }.joined(separator: " ")
    let all = asked.start..<asked.terms.count
    if let pronoun = asked.pronoun {
      return asked.text(of: asked.start..<pronoun, then: topic, pronoun + 1..<all.upperBound) + "?"
    }
    return asked.text(of: all, then: topic, all.upperBound..<all.upperBound) + "?"
  }
}

/// The words of a question by their functions in it.
struct AskedWords: Sendable {
  let terms: [QuestionWord]
  /// The index after the words that join it to an earlier question: *and*, *what about*.
  let start: Int
  /// A Boolean value that indicates whether it asks nothing by itself: *in China*.
  let isFragment: Bool
  /// The indices of the words that are searched for, without those that ask.
  let content: [Int]
  /// The indices of the content words that another kind of question would have as well: without
  /// *year* in *which year*.
  let topic: [Int]
  /// The runs of words that name someone or something.
  let names: [Range<Int>]
  /// The index of a pronoun that refers to something named earlier.
  let pronoun: Int?
  private let text: [UInt8]
  private let hasPossessive: Bool

  init(_ query: Query) {
    let terms = query.terms
    let keys = terms.map { WordKey($0.surface) }
    let start = Self.opening(keys)
    var rest = query
    rest.terms = Array(terms[start...])
    let expected = QuestionClassifier().questionType(of: rest)
    let asking = (expected.asking.lowerBound + start)..<(expected.asking.upperBound + start)
    let focus = (expected.focus.lowerBound + start)..<(expected.focus.upperBound + start)
    let content = (start..<terms.count).filter { !terms[$0].isStopWord && !asking.contains($0) }
    self.terms = terms
    self.start = start
    self.content = content
    isFragment = expected.asking.isEmpty && expected.type == .other
    let isCounted = [.number, .percentage, .money].contains(expected.type)
    topic = content.filter { isCounted || !focus.contains($0) }
    pronoun = (start..<terms.count).first { Self.pronouns.contains(keys[$0]) }
    hasPossessive =
      query.language == .indonesian
      && content.contains { terms[$0].surface.utf8.count > 5 && terms[$0].surface.hasSuffix("nya") }
    text = Array(query.text.utf8)
    names = content.reduce(into: []) { runs, index in
      let isCapital = index > 0 && terms[index].text.utf8.first.map { $0 &- 0x41 < 26 } ?? false
      guard isCapital || Lexicon.shared.classes(of: keys[index]).contains(.geographic) else {
        return
      }
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(index..<(index + 1))
      }
    }
  }

  /// A Boolean value that indicates whether the question cannot be understood by itself.
  var leansOnAnother: Bool {
    if content.isEmpty { return true }
    if isFragment { return start > 0 && content.count <= 4 }
    let isPointing = pronoun != nil || hasPossessive
    return names.isEmpty && (isPointing && content.count <= 2 || start > 0 && content.count == 1)
  }

  func isContent(_ index: Int) -> Bool { content.contains(index) }

  func isGeographic(_ range: Range<Int>) -> Bool {
    range.contains {
      Lexicon.shared.classes(of: WordKey(terms[$0].surface)).contains(.geographic)
    }
  }

  /// Returns the text as typed, from the first of some words to the last.
  func text(of range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let bytes =
      terms[range.lowerBound].range.lowerBound..<terms[range.upperBound - 1].range.upperBound
    return String(decoding: text[bytes], as: UTF8.self)
  }

  func text(replacing range: Range<Int>, with words: String) -> String {
    text(of: 0..<range.lowerBound, then: words, range.upperBound..<terms.count)
  }

  func text(of first: Range<Int>, then words: String, _ last: Range<Int>) -> String {
    [text(of: first), words, text(of: last)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func opening(_ words: [WordKey]) -> Int {
    var start = 0
    while let opening = openings.first(where: { words[start...].starts(with: $0) }) {
      start += opening.count
    }
    return start
  }

  private static let openings: [[WordKey]] = [
    ["what", "about"], ["how", "about"], ["bagaimana", "dengan"], ["gimana", "dengan"],
    ["bagaimana", "kalau"], ["gimana", "kalau"], ["kalau"], ["and"], ["dan"], ["lalu"], ["terus"],
  ].map { $0.map { WordKey($0) } }

  /// Returns whether a word stands for a person.
  func isPersonal(_ index: Int) -> Bool {
    Self.personalPronouns.contains(WordKey(terms[index].surface))
  }

  private static let personalPronouns = Set(
    ["he", "she", "him", "her", "his", "ia", "dia", "beliau"].map { WordKey($0) })

  private static let pronouns = Set(
    [
      "he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "ia", "dia", "beliau",
      "mereka",
    ].map { WordKey($0) })
}
