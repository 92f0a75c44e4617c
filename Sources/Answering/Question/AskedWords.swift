import Model
import Retrieval
import TextAnalysis

/// The words of a question by what they do in it.
struct AskedWords: Sendable {
  let terms: [QuestionWord]
  /// Behind the words that join it to an earlier question: *and*, *what about*.
  let start: Int
  /// Asks nothing by itself: *in China*.
  let isFragment: Bool
  /// Indices of the words that are searched for, without those that ask.
  let content: [Int]
  /// Those of them that another kind of question is about as well: without *year* in *which year*.
  let topic: [Int]
  /// Runs of words that name someone or something.
  let names: [Range<Int>]
  /// A word that stands for something named before.
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

  /// Whether it cannot be understood by itself.
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

  /// As typed, from the first of some words to the last.
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

  private static let pronouns = Set(
    [
      "he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "ia", "dia", "beliau",
      "mereka",
    ].map { WordKey($0) })
}
