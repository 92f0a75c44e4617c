import Answering
import JSON
import Library
import Model
import Retrieval
import TextAnalysis

/// Writes answers for scripts (version 2 of the format).
enum AnswerJSON {
  static let version = 2
  /// The version of all other reports.
  static let reportVersion = 1

  /// Writes an answer as a line of JSON Lines.
  static func write(_ answered: AnsweredQuestion, to writer: inout JSONWriter) {
    writeObject(answered, to: &writer)
    writer.newline()
  }

  static func writeObject(_ answered: AnsweredQuestion, to writer: inout JSONWriter) {
    let answer = answered.answer
    writer.object { writer in
      writer.member("version", version)
      if let id = answered.id {
        writer.member("id", id)
      }
      writer.member("question", answer.question)
      writer.member("language", answer.language.rawValue)
      writer.member("verdict", answer.verdict.rawValue)
      writer.member("support", answer.support)
      writer.member("answer", answer.headline)
      writer.member("guess", answer.guess)
      writer.member("certain", answer.headline != nil)
      writer.member("type", answer.type.rawValue)
      if let agreement = answer.agreement {
        writer.key("agreement")
        write(agreement, of: answer, to: &writer)
      }
      writer.key("citations")
      writer.array(of: answer.citations.enumerated()) { writer, citation in
        write(citation.element, at: citation.offset, of: answered, to: &writer)
      }
      if !answer.nearest.isEmpty {
        writer.key("nearest")
        writer.array(of: answer.nearest.enumerated()) { writer, citation in
          write(citation.element, at: citation.offset, of: answered, to: &writer)
        }
      }
      if !answered.explanations.isEmpty, let certainty = answer.certainty,
        let features = answer.certaintyFeatures
      {
        writer.key("certainty")
        writer.object { writer in
          writer.member("probability", certainty)
          for feature in CertaintyFeature.allCases {
            writer.member("\(feature)", features[feature])
          }
        }
      }
      writer.key("missing")
      writer.array(of: answer.missing) { $0.string($1) }
      if let report = answered.report, report.isPartial {
        writer.member("partial", true)
        writer.key("shards")
        writer.array(of: [report.answeredParts, report.allParts]) { $0.integer($1) }
      }
      writer.member("elapsed_us", answered.microseconds)
    }
  }

  private static func write(
    _ citation: Citation, at index: Int, of answered: AnsweredQuestion,
    to writer: inout JSONWriter
  ) {
    let document = citation.passage.document
    writer.object { writer in
      writer.member("rank", citation.rank)
      writer.member("document", document.id)
      if let library = document.library { writer.member("library", library) }
      writer.member("source", document.source)
      writer.member("path", document.origin?.path)
      if answered.report != nil { writer.member("url", document.url) }
      writer.member("source_state", answered.sourceState(ofCitationAt: index)?.rawValue)
      writer.member("field", citation.passage.field.name)
      writer.member("title", document.title?.value)
      if !citation.also.isEmpty {
        writer.key("also")
        writer.array(of: citation.also) { $0.string($1) }
      }
      writer.member("author", document.author?.value)
      writer.member("date", document.date?.value)
      if let original = document.basedOn {
        writer.member("based_on", original)
      }
      writer.member("language", citation.passage.language.rawValue)
      writer.key("lines")
      if let places = citation.places {
        writer.null()
        writer.key("place")
        write(places.first, to: places.last, of: citation.passage.document.places, to: &writer)
      } else if let lines = citation.fileLines {
        writer.array {
          $0.integer(lines.lowerBound)
          $0.integer(lines.upperBound)
        }
      } else {
        writer.null()
      }
      writer.member("bytes", citation.bytes)
      writer.member("snippet", citation.snippet)
      if !citation.context.isEmpty {
        writer.key("context")
        writer.array(of: citation.context) { writer, excerpt in
          writer.object {
            $0.member("bytes", excerpt.bytes)
            $0.member("text", excerpt.text)
          }
        }
      }
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
      writer.member("score", citation.score)
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

  /// Writes the place of a citation in a format with pages, slides, rows or other parts.
  static func write(
    _ first: Place, to last: Place, of map: PlaceMap?, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      switch first.kind {
      case .page:
        if first == last {
          writer.member("page", first.number)
        } else {
          writer.key("pages")
          writer.array {
            $0.integer(first.number)
            $0.integer(last.number)
          }
        }
        writer.member("of", map?.count ?? last.number)
      case .slide: writer.member("slide", first.number)
      case .chapter: writer.member("chapter", first.name)
      case .row:
        if !first.name.isEmpty { writer.member("sheet", first.name) }
        writer.member("row", first.number)
      case .cell: writer.member("cell", first.number)
      case .time: writer.member("time", PlaceText.time(first.number))
      case .message: writer.member("message", first.name)
      }
    }
  }

  /// Writes whether the sources agree, and for each value its words and the ranks of its citations.
  private static func write(
    _ agreement: Agreement, of answer: Answer, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("agrees", !agreement.isConflict)
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
        ("type", evidence.type), ("position", evidence.position), ("form", evidence.form),
        ("recency", evidence.recency), ("language", evidence.language),
      ] {
        writer.key(name)
        writer.double(points)
      }
      writer.member("type_test", evidence.test.rawValue)
    }
  }

  private static func write(_ explanation: Explanation, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("length", explanation.length)
      writer.member("mean_length", explanation.meanLength)
      writer.member("k1", explanation.k1)
      writer.member("b", explanation.b)
      writer.key("terms")
      writer.array(of: explanation.parts) { write($1, to: &$0) }
      writer.key("features")
      writer.array(of: explanation.evidence) { writer, feature in
        writer.object { writer in
          writer.member("feature", feature.name)
          writer.member("value", feature.value)
          writer.member("contribution", feature.contribution)
        }
      }
    }
  }

  private static func write(_ part: Explanation.Part, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("word", part.word)
      writer.member("term", part.term)
      writer.member("form", part.form.rawValue)
      writer.member("tf", part.termFrequency)
      writer.member("df", part.documentFrequency)
      writer.member("idf", part.idf)
      writer.member("share", part.share)
      writer.member("contribution", part.contribution)
    }
  }
}
