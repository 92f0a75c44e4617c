import Answering
import JSON
import Library
import Platform
import Retrieval

/// The work on each line of a batch.
struct BatchJob: Sendable {
  var library: Library
  var options: AskOptions
  /// The documents that are asked; nil for all.
  var scope: LibraryScope?
  /// A Boolean value that indicates whether ranked documents are requested instead of answers.
  var retrieves: Bool
  var top: Int
  /// The approximate number of bytes of the index that may stay in memory.
  var memory = PageLimit.standard
  /// A Boolean value that indicates whether a question counts as unanswered unless its verdict is
  /// *answered*.
  var isStrict = false
  var format: AnswerFormat
  var typesetter: Typesetter

  private var writer: AnswerWriter { AnswerWriter(format: format, typesetter: typesetter) }

  /// The header, which is written once before the first answer.
  var header: String { retrieves && format == .tsv ? Ranking.tableHeader : writer.header }

  /// Returns a responder for one thread.
  func makeResponder() -> BatchRun.Responder {
    let reader = library.makeReader(options, within: scope)
    var pages = PageLimit(library, bytes: memory)
    return { lines throws(CommandError) in
      let questions = lines.map { BatchQuestion(line: $0.bytes, number: $0.number) }
      try asking { () throws(IndexError) in
        try reader.lookAhead(
          to: questions.compactMap { try? $0.text.get() }, count: self.retrieves ? self.top : nil)
      }
      var responses: [BatchResponse] = []
      for question in questions {
        responses.append(try self.response(to: question, reader))
        pages.questionAnswered()
      }
      return responses
    }
  }

  private func response(
    to question: BatchQuestion, _ reader: LibraryReader
  ) throws(CommandError) -> BatchResponse {
    switch question.text {
    case .failure(let error): return response(to: question.id, error)
    case .success(let text):
      do throws(CommandError) {
        let reader = try reader.admitting(text)
        return try asking { () throws(IndexError) in
          try respond(to: text, id: question.id, reader)
        }
      } catch .nothingAdmitted(let narrowing) {
        return response(to: question.id, .nothingAdmitted(narrowing))
      } catch .index(.source(let error)) {
        // Others of the same request may have been answered.
        return response(to: question.id, .source(error))
      }
    }
  }

  private func respond(
    to question: String, id: String, _ reader: LibraryReader
  ) throws(IndexError) -> BatchResponse {
    if retrieves {
      let clock = Stopwatch()
      let hits = try reader.retrieve(question, top: top)
      let ranking = Ranking(
        id: id, hits: hits.map { ($0.id, $0.score) }, microseconds: clock.microseconds)
      return BatchResponse(bytes: bytes(of: ranking), outcome: .found)
    }
    let answered = try reader.ask(question, id: id, top: top)
    return BatchResponse(
      bytes: writer.entry(answered),
      outcome: answered.answer.isFound(isStrict: isStrict) ? .found : .nothing)
  }

  private func bytes(of ranking: Ranking) -> [UInt8] {
    switch format {
    case .trec: return Array(ranking.trecRun.utf8)
    case .tsv: return Array(ranking.tableRows.utf8)
    default:
      var writer = JSONWriter(capacity: 64 * (top + 1))
      ranking.write(to: &writer)
      return writer.bytes
    }
  }

  /// Returns an error object, in English, if the output is JSON; otherwise reports the error on
  /// standard error.
  private func response(to id: String, _ error: BatchLineError) -> BatchResponse {
    guard format == .json || format == .jsonl else {
      Output.report(ErrorMessage.phrase(error, inQuestion: id))
      return BatchResponse(bytes: [], outcome: .badLine)
    }
    var writer = JSONWriter(capacity: 128)
    writer.object { writer in
      writer.member("id", id)
      writer.member("error", ErrorMessage.phrase(error).english)
    }
    writer.newline()
    return BatchResponse(bytes: writer.bytes, outcome: .badLine)
  }
}
