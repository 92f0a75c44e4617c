import Answering
import Library
import Model
import TextAnalysis

/// Formats answers as a Markdown notebook: the question as a heading, quotations and sources.
enum AnswerMarkdown {
  static func text(_ answered: AnsweredQuestion) -> String {
    let answer = answered.answer
    var text = "## \(MarkdownText.escaped(answer.question))\n\n"
    for message in AnswerMessage.verdict(of: answered, words: MarkdownText.escaped) {
      text += message.text(in: answer.language) + "\n\n"
    }
    if let words = answer.headline { text += "**\(MarkdownText.escaped(words))**\n\n" }
    if let message = AnswerMessage.agreement(of: answer) {
      text += MarkdownText.escaped(message.text(in: answer.language)) + "\n\n"
    }
    for (index, citation) in answer.quoted.enumerated() {
      let origin = CitationText.origin(at: index, of: answered)
      for excerpt in citation.context {
        text += "> \(MarkdownText.escaped(excerpt.text.readable))\n>\n"
      }
      text += "> \(MarkdownText.escaped(citation.snippet.readable))\n>\n"
      text += "> [\(citation.rank)] \(origin.map(markdown).joined())\n\n"
    }
    return text
  }

  private static func markdown(_ piece: StyledText) -> String {
    let text = MarkdownText.escaped(piece.text)
    // An encoded address contains no character that would end it.
    return piece.link.map { "[\(text)](\($0))" } ?? text
  }
}
