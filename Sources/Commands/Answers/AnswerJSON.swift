import Answering
import JSON
import Retrieval
import TextAnalysis

/// An answer as scripts read it (version 1 of the format).
enum AnswerJSON {
  static let version = 1

  /// Writes one line of JSON Lines.
  static func write(_ answered: AnsweredQuestion, to writer: inout JSONWriter) {
    let answer = answered.answer
    writer.object { writer in
      writer.key("version")
      writer.integer(version)
      if let id = answered.id {
        writer.key("id")
        writer.string(id)
      }
      writer.key("question")
      writer.string(answer.question)
      writer.key("language")
      writer.string(answer.language.rawValue)
      writer.key("verdict")
      writer.string(answer.verdict.rawValue)
      writer.key("support")
      writer.double(answer.support)
      writer.key("answer")
      writer.string(answer.text)
      if answer.text != nil {
        writer.key("certain")
        writer.boolean(answer.isCertain)
      }
      writer.key("type")
      writer.string(answer.type.rawValue)
      if let agreement = answer.agreement {
        writer.key("agreement")
        write(agreement, of: answer, to: &writer)
      }
      writer.key("citations")
      writer.array(of: answer.citations.enumerated()) { writer, citation in
        write(citation.element, at: citation.offset, of: answered, to: &writer)
      }
      writer.key("missing")
      writer.array(of: answer.missing) { $0.string($1) }
      writer.key("elapsed_us")
      writer.integer(answered.microseconds)
    }
    writer.newline()
  }

  private static func write(
    _ citation: Citation, at index: Int, of answered: AnsweredQuestion,
    to writer: inout JSONWriter
  ) {
    let document = citation.passage.document
    writer.object { writer in
      writer.key("rank")
      writer.integer(citation.rank)
      writer.key("document")
      writer.string(document.id)
      writer.key("source")
      writer.string(document.source)
      writer.key("source_state")
      writer.string(answered.sourceState(ofCitationAt: index)?.rawValue)
      writer.key("field")
      writer.string(citation.passage.field.rawValue)
      writer.key("title")
      writer.string(document.title?.value)
      writer.key("author")
      writer.string(document.author?.value)
      writer.key("date")
      writer.string(document.date?.value)
      if let original = document.basedOn {
        writer.key("based_on")
        writer.string(original)
      }
      writer.key("language")
      writer.string(citation.passage.language.rawValue)
      writer.key("lines")
      writer.array {
        $0.integer(citation.lines.lowerBound)
        $0.integer(citation.lines.upperBound)
      }
      writer.key("bytes")
      writer.range(citation.bytes)
      writer.key("snippet")
      writer.string(citation.snippet)
      writer.key("highlights")
      writer.array(of: citation.highlights) { $0.range($1) }
      if !citation.translations.isEmpty {
        writer.key("translations")
        writer.array(of: citation.translations) { writer, translation in
          writer.array {
            $0.string(translation.question)
            $0.string(translation.passage)
          }
        }
      }
      writer.key("score")
      writer.double(citation.score)
      if answered.explanations.indices.contains(index) {
        writer.key("explanation")
        if let explanation = answered.explanations[index] {
          write(explanation, to: &writer)
        } else {
          writer.null()
        }
        if let evidence = citation.evidence {
          writer.key("evidence")
          write(evidence, to: &writer)
        }
      }
    }
  }

  /// Whether sources agree, and by value the words that give it and the ranks of who does.
  private static func write(
    _ agreement: Agreement, of answer: Answer, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.key("agrees")
      writer.boolean(!agreement.isConflict)
      writer.key("values")
      writer.array(of: agreement.values) { writer, value in
        writer.object { writer in
          writer.key("words")
          writer.array(of: value.citations) { $0.string(answer.citations[$1].answerText) }
          writer.key("citations")
          writer.array(of: value.citations) { $0.integer(answer.citations[$1].rank) }
        }
      }
    }
  }

  static func write(_ evidence: SentenceEvidence, to writer: inout JSONWriter) {
    writer.object { writer in
      for (name, points) in [
        ("score", evidence.score), ("passage", evidence.passage), ("words", evidence.coverage),
        ("type", evidence.type), ("position", evidence.position), ("language", evidence.language),
      ] {
        writer.key(name)
        writer.double(points)
      }
      writer.key("type_test")
      writer.string(evidence.test.rawValue)
    }
  }

  private static func write(_ explanation: Explanation, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("length")
      writer.integer(explanation.length)
      writer.key("mean_length")
      writer.double(explanation.meanLength)
      writer.key("k1")
      writer.double(explanation.k1)
      writer.key("b")
      writer.double(explanation.b)
      writer.key("terms")
      writer.array(of: explanation.parts) { write($1, to: &$0) }
    }
  }

  private static func write(_ part: Explanation.Part, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("word")
      writer.string(part.word)
      writer.key("term")
      writer.string(part.term)
      writer.key("form")
      writer.string(part.form.rawValue)
      writer.key("tf")
      writer.integer(part.termFrequency)
      writer.key("df")
      writer.integer(part.documentFrequency)
      writer.key("idf")
      writer.double(part.idf)
      writer.key("share")
      writer.double(part.share)
      writer.key("contribution")
      writer.double(part.contribution)
    }
  }
}
