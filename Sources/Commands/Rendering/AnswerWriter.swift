import Answering
import JSON
import Library

/// Formats answers in the chosen output format.
struct AnswerWriter: Sendable {
  var format: AnswerFormat
  var typesetter: Typesetter

  /// Returns the complete output for a single answer.
  func document(_ answered: AnsweredQuestion) -> [UInt8] {
    if format == .answer, answered.answer.headline == nil { return [] }
    return Array(header.utf8) + body(answered)
  }

  /// Returns an answer for output in which its question already precedes it.
  func body(_ answered: AnsweredQuestion) -> [UInt8] {
    format == .text ? Array(text(answered).utf8) : entry(answered)
  }

  /// The header, which is written once before the first answer; empty if the format has none.
  var header: String {
    switch format {
    case .tsv: AnswerTable.header
    case .html: AnswerHTML.header
    default: ""
    }
  }

  /// Returns one of several answers, with its question.
  func entry(_ answered: AnsweredQuestion) -> [UInt8] {
    switch format {
    case .json, .jsonl:
      var writer = JSONWriter(capacity: 4096)
      AnswerJSON.write(answered, to: &writer)
      return writer.bytes
    case .tsv: return Array(AnswerTable.rows(answered).utf8)
    case .markdown: return Array(AnswerMarkdown.text(answered).utf8)
    case .html: return Array(AnswerHTML.section(answered).utf8)
    case .vimgrep: return Array(AnswerPlaces.lines(answered).joined().utf8)
    case .answer: return Array((VisibleText.line(answered.answer.headline ?? "") + "\n").utf8)
    case .text, .trec:
      let question = typesetter.lines([StyledText(answered.answer.question, .title)], first: "? ")
      return Array((question + "\n" + text(answered) + "\n").utf8)
    }
  }

  private func text(_ answered: AnsweredQuestion) -> String {
    AnswerText(typesetter: typesetter).text(answered)
  }
}
