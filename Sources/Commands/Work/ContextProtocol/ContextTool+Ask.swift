import Answering
import JSON
import Library
import Model
import Retrieval
import TextAnalysis

extension ContextTool {
  /// The JSON Schema of the arguments that narrow questions to some documents.
  static let narrowingProperties = """
    "in": {"type": "array", "items": {"type": "string"},
      "description": "Only documents whose path or title contains one of these, or whose path matches a pattern with * or ?"},
    "author": {"type": "string", "description": "Only documents whose author contains this"},
    "title": {"type": "string", "description": "Only documents whose title contains this"},
    "tag": {"type": "string", "description": "Only documents with this tag, or one below it"},
    "library": {"type": "string", "description": "Only documents of the library of this name, if several are served"},
    "since": {"type": "string", "description": "Only documents of this date or later: 2026, 2026-03 or 2026-03-14"},
    "before": {"type": "string", "description": "Only documents of an earlier date than this"}
    """

  static let ask = ContextTool(
    name: "ask", title: "Ask the user's documents",
    description: """
      Answers a question from the user's documents with verbatim, cited quotations. If the verdict \
      is none, nothing in the documents supports the question.
      """,
    input: """
      {"type": "object", "additionalProperties": false, "required": ["question"], "properties": {
        "question": {"type": "string", "minLength": 1,
          "description": "A question in plain language; may hold \\"exact phrases\\" and -excluded words"},
        "top": {"type": "integer", "minimum": 1, "maximum": 50, "default": 3,
          "description": "The number of citations"},
        "language": {"type": "string", "description": "The language of the question: auto, en, id"},
        \(narrowingProperties)}}
      """,
    output: """
      {"type": "object",
       "required": ["version", "question", "language", "verdict", "answer", "citations", "missing"],
       "properties": {
        "version": {"type": "integer"},
        "question": {"type": "string"}, "language": {"type": "string"},
        "verdict": {"enum": ["answered", "related", "none"]},
        "support": {"type": "number"},
        "answer": {"type": ["string", "null"],
          "description": "Words of the first snippet that answer; see certain"},
        "certain": {"type": "boolean", "description": "Whether the words are sure, not only likely"},
        "citations": {"type": "array", "items": {"type": "object",
          "required": ["rank", "document", "source", "lines", "bytes", "snippet"],
          "properties": {
            "rank": {"type": "integer"}, "document": {"type": "string"},
            "source": {"type": "string"}, "library": {"type": "string"},
            "url": {"type": ["string", "null"]},
            "source_state": {"enum": ["unchanged", "moved", "changed", "gone", null]},
            "title": {"type": ["string", "null"]}, "author": {"type": ["string", "null"]},
            "date": {"type": ["string", "null"]},
            "lines": {"type": "array", "items": {"type": "integer"}},
            "bytes": {"type": "array", "items": {"type": "integer"}},
            "snippet": {"type": "string", "description": "The source's own bytes"},
            "score": {"type": "number"}}}},
        "missing": {"type": "array", "items": {"type": "string"},
          "description": "Words of the question that nothing supports"},
        "partial": {"type": "boolean",
          "description": "Whether parts of a cluster did not answer, so that passages may be missing"},
        "shards": {"type": "array", "items": {"type": "integer"}},
        "elapsed_us": {"type": "integer"}}}
      """
  ) { arguments, library throws(ContextFailure) in
    let question = try arguments.text("question")
    let top = try arguments.integer("top", in: 1...50) ?? TopOption.citations
    let (narrowing, language) = (try arguments.narrowing(), try arguments.language())
    let answered = try ContextFailure.converting { () throws(CommandError) in
      let reader = try library.reader(narrowedTo: narrowing, language: language)
        .admitting(question)
      return try asking { () throws(IndexError) in try reader.ask(question, top: top) }
    }
    return ContextResult(text: text(answered)) { AnswerJSON.writeObject(answered, to: &$0) }
  }

  /// Returns the verdict, then each quotation with its place.
  private static func text(_ answered: AnsweredQuestion) -> String {
    let answer = answered.answer
    var lines = AnswerMessage.verdict(of: answered).map(\.english)
    if let words = answer.headline { lines.append("Answer: \(RevealedText.line(words))") }
    if let agreement = AnswerMessage.agreement(of: answer) {
      lines.append(RevealedText.line(agreement.english))
    }
    for (index, citation) in answer.citations.enumerated() {
      lines.append(
        quotation(citation, answered.sourceState(ofCitationAt: index)))
    }
    return lines.joined(separator: "\n")
  }

  /// Returns `[1] “quotation” — Title, Author, date (file:line)`.
  static func quotation(_ citation: Citation, _ state: SourceState?) -> String {
    let document = citation.passage.document
    let about = [document.title?.value, document.author?.value, Quantity.day(document.date?.value)]
      .compactMap(\.self).joined(separator: ", ")
    let remark = state.flatMap(AnswerMessage.remark).map { "; \($0.english)" } ?? ""
    return RevealedText.line(
      "[\(citation.rank)] “\(citation.snippet)”" + (about.isEmpty ? "" : " — \(about)")
        + " (\(CitationText.place(of: citation))\(remark))")
  }
}
