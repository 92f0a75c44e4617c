import Answering
import JSON
import Library
import Model
import Retrieval
import TextAnalysis

@testable import Commands

/// Handwritten values to render.
enum Samples {
  static let sentence = "The government hopes to produce 12 million digital talents."

  static func answer(
    _ verdict: Verdict = .answered, missing: [String] = [], language: Language = .english,
    title: String? = "Talents", author: String? = "Ani", date: String? = "2025-12-31T00:00:00Z",
    basedOn: String? = nil, source: String = "docs/a.txt"
  ) -> AnsweredQuestion {
    let document = StoredDocument(
      id: source, source: source, title: title.map { .init(value: $0) },
      author: author.map { .init(value: $0) }, date: date.map { .init(value: $0) },
      basedOn: basedOn)
    let passage = StoredPassage(
      text: sentence, byteOffset: 100, firstLine: 7, language: .english, document: document)
    let citation = Citation(
      rank: 1, passage: passage, snippet: sentence, bytes: 100..<(100 + sentence.utf8.count),
      lines: 7...7, highlights: [43..<50, 51..<58], score: 11.93)
    return AnsweredQuestion(
      query: Query(text: "How many talents?", language: language, terms: []),
      answer: Answer(
        question: "How many talents?", language: language, type: .number, verdict: verdict,
        support: 0.5, answerRange: verdict == .answered ? 32..<42 : nil,
        citations: verdict == .none ? [] : [citation], missing: missing),
      sourceStates: [.unchanged], microseconds: 412)
  }

  static func json(_ answered: AnsweredQuestion) throws -> JSONValue {
    var writer = JSONWriter()
    AnswerJSON.write(answered, to: &writer)
    return try JSONValue(parsing: String(decoding: writer.bytes, as: UTF8.self))
  }
}
