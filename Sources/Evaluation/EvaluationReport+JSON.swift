import Answering
public import JSON
import Retrieval

extension EvaluationReport {
  /// The version of the format in which a run is written.
  public static let version = 1

  /// Writes one line: the figures, the figures by kind, the calibration, and each question with its
  /// outcome.
  ///
  /// - Parameters:
  ///   - writer: The writer.
  ///   - more: A closure that writes further members.
  public func write(to writer: inout JSONWriter, also more: (inout JSONWriter) -> Void = { _ in }) {
    writer.object { writer in
      writer.member("version", Self.version)
      writer.key("figures")
      figures.write(to: &writer)
      writer.key("kinds")
      writer.object { writer in
        for part in kinds {
          writer.key(part.kind)
          part.figures.write(to: &writer)
        }
      }
      writer.key("calibration")
      writer.array(of: figures.calibration) { $1.write(to: &$0) }
      more(&writer)
      writer.key("questions")
      writer.array(of: outcomes) { $1.write(to: &$0) }
    }
    writer.newline()
  }
}

extension Figures {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      for (name, count) in [
        ("judged", judged), ("answerable", answerable), ("unanswerable", unanswerable),
      ] where count > 0 {
        writer.key(name)
        writer.integer(count)
      }
      for measure in Measure.allCases {
        guard let value = self[measure] else { continue }
        writer.key(measure.rawValue)
        if measure.places == 0 { writer.integer(Int(value)) } else { writer.double(value) }
      }
    }
  }
}

extension CalibrationPoint {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      for (name, value) in [("answered", answered), ("support", support), ("right", right)] {
        writer.key(name)
        writer.double(value.rounded(places: Measure.coverage.places))
      }
    }
  }
}

extension QuestionOutcome {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", question.id)
      writer.member("question", question.text)
      writer.member("kind", question.kind)
      writer.key("expected")
      switch question.expectation {
      case .answer(let answers): writer.array(of: answers) { $0.string($1) }
      case .none: writer.array { _ in }
      case .unknown: writer.null()
      }
      writer.key("documents")
      writer.array(of: question.documents.keys.sorted()) { $0.string($1) }
      writer.key("right")
      if let isRight { writer.boolean(isRight) } else { writer.null() }
      writer.member("verdict", answer.verdict.rawValue)
      writer.member("support", answer.support)
      writer.member("answer", answer.text)
      writeScores(to: &writer)
      writer.key("citations")
      writer.array(of: answer.citations) { writer, citation in
        writer.object { writer in
          writer.member("document", citation.passage.document.id)
          writer.member("bytes", citation.bytes)
          writer.member("snippet", citation.snippet)
        }
      }
    }
  }

  private func writeScores(to writer: inout JSONWriter) {
    if let score {
      writer.member("snippet_rank", score.snippetRank)
      writer.member("exact", score.isExact)
      writer.member("f1", score.f1)
    }
    if let retrieval { writer.member("document_rank", retrieval.firstRank) }
  }
}
