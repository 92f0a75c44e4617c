import Model
import Retrieval
import TextAnalysis

@testable import Answering

/// Returns a question, analysed in the same way as by the index.
func query(_ text: String, _ language: Language = .english) -> Query {
  let bytes = Array(text.utf8)
  return Query(
    text: text, language: language,
    terms: Analyzer(language: language).analyze(text).map { token in
      QuestionWord(
        text: String(decoding: bytes[token.range], as: UTF8.self), range: token.range,
        surface: token.surface, stem: token.stem, isStopWord: token.isStopWord)
    })
}

/// Statistics in which every word has the same weight.
struct EvenStatistics: TermStatistics {
  var passageCount = 1

  func idf(ofStem stem: String, in language: Language) -> Double { 1 }
}

func scan(_ text: String, _ language: Language = .english) -> ScannedText {
  ScannedText(Array(text.utf8), range: 0..<text.utf8.count, language: language)
}

func cut(_ text: String, _ range: Range<Int>) -> String {
  String(decoding: Array(text.utf8)[range], as: UTF8.self)
}

/// Returns the only passage of a document.
func passage(
  _ text: String, document id: String = "a.txt", title: String? = nil,
  language: Language = .english, role: Role = .body, byteOffset: Int = 0,
  firstLine: Int = 1, headings: [String] = []
) -> StoredPassage {
  StoredPassage(
    text: text, byteOffset: byteOffset, firstLine: firstLine, headings: headings, role: role,
    language: language,
    document: StoredDocument(
      id: id, source: id, title: title.map { Statement(value: $0) }))
}

extension StoredPassage {
  /// Returns the passage with a changed document.
  func changingDocument(_ change: (inout StoredDocument) -> Void) -> StoredPassage {
    var document = document
    change(&document)
    return StoredPassage(
      text: text, field: field, byteOffset: byteOffset, firstLine: firstLine, headings: headings,
      role: role, language: language, document: document)
  }
}

/// Returns the answer from passages, which are given in descending order of rank.
func ask(
  _ question: String, _ passages: [StoredPassage], language: Language = .english, top: Int = 3
) -> Answer {
  let answerer = Answerer(statistics: EvenStatistics())
  return answerer.answer(
    answerer.analyze(query(question, language)),
    from: passages.enumerated().map {
      RankedPassage(passage: $1, score: 10 - Double($0) / 2)
    }, top: top)
}
