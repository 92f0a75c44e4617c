import Answering
import JSON
import Library

/// Brings answers into the chosen form.
struct AnswerWriter: Sendable {
  var format: AnswerFormat
  var typesetter: Typesetter

  /// One answer that stands alone.
  func document(_ answered: AnsweredQuestion) -> [UInt8] {
    Array(header.utf8) + body(answered)
  }

  /// One answer whose question stands above it.
  func body(_ answered: AnsweredQuestion) -> [UInt8] {
    format == .text ? Array(text(answered).utf8) : entry(answered)
  }

  /// What stands once before all answers.
  var header: String { format == .tsv ? AnswerTable.header : "" }

  /// One answer among others.
  func entry(_ answered: AnsweredQuestion) -> [UInt8] {
    switch format {
    case .json, .jsonl:
      var writer = JSONWriter(capacity: 4096)
      AnswerJSON.write(answered, to: &writer)
      return writer.bytes
    case .tsv: return Array(AnswerTable.rows(answered).utf8)
    case .markdown: return Array(AnswerMarkdown.text(answered).utf8)
    case .text, .trec:
      let question = typesetter.lines([StyledText(answered.answer.question, .title)], first: "? ")
      return Array((question + "\n" + text(answered) + "\n").utf8)
    }
  }

  private func text(_ answered: AnsweredQuestion) -> String {
    AnswerText(typesetter: typesetter).text(answered)
  }
}
