import Answering
import Library
import Model
import TextAnalysis

/// Formats answers as a self-contained HTML page, without scripts and other files, and with all
/// text escaped.
enum AnswerHTML {
  /// The part before the first answer. No part is needed after the last one, because the closing
  /// tags of the body and the page are optional in HTML.
  static let header = """
    <!DOCTYPE html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>tanya</title>
    <style>
    body { font: 1rem/1.5 system-ui, sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem }
    blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid #999 }
    footer { color: #666; font-size: .875rem }
    mark { background: #ffe9a8 } .answer { font-size: 1.25rem; font-weight: bold }
    </style>
    <body>

    """

  static func section(_ answered: AnsweredQuestion) -> String {
    let answer = answered.answer
    var text =
      "<article lang=\"\(escaped(answer.language.rawValue))\">\n"
      + "<h2>\(escaped(answer.question))</h2>\n"
    for message in AnswerMessage.verdict(of: answered) {
      text += "<p>\(escaped(message.text(in: answer.language)))</p>\n"
    }
    if let words = answer.headline { text += "<p class=\"answer\">\(escaped(words))</p>\n" }
    if let message = AnswerMessage.agreement(of: answer) {
      text += "<p>\(escaped(message.text(in: answer.language)))</p>\n"
    }
    for (index, citation) in answer.quoted.enumerated() {
      let pieces = CitationText.quotation(
        citation, answer: answer.markedRange(ofCitationAt: index))
      let origin = CitationText.origin(
        citation, answered.sourceState(ofCitationAt: index), in: answer.language)
      text += "<blockquote>"
      for excerpt in citation.context { text += "<p>\(escaped(excerpt.text.readable))</p>" }
      text += pieces.map(html).joined()
      text += "<footer>[\(citation.rank)] \(origin.map(html).joined())</footer></blockquote>\n"
    }
    return text + "</article>\n"
  }

  private static func html(_ piece: StyledText) -> String {
    let text = escaped(piece.text)
    if let link = piece.link { return "<a href=\"\(escaped(link))\">\(text)</a>" }
    switch piece.style {
    case .match: return "<b>\(text)</b>"
    case .answer: return "<mark>\(text)</mark>"
    case .title: return "<cite>\(text)</cite>"
    case .plain, .headline, .quiet, .warning: return text
    }
  }

  /// Escapes markup, and makes control characters visible.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in VisibleText.line(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
