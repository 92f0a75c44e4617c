import Answering
import JSON
import Library
import Retrieval
import TestSupport
import Testing

@testable import Commands

@Suite("Fuzzed questions") struct FuzzTests {
  private static let objects = [
    #"{"id": "q1", "question": "Who \"founded\" it?"}"#, #" {"_id": -12.5, "text": "Siapa?"}"#,
    "Berapa \u{201C}banyak\u{201D}?",
  ].map { Array($0.utf8) }

  @Test func batchQuestion() {
    let outcome = Fuzzing("batch-question", Self.objects).run { bytes throws(BatchLineError) in
      _ = try BatchQuestion(line: Array(bytes), number: 1).text.get()
    }
    #expect(outcome.isTelling)
  }

  @Test func sessionLine() {
    struct NoQuestion: Error {}
    let lines = [":index ~/My\\ Files 2024 ", "exit", "12", "Who?\n  and \"where\"? \\\n"].map {
      Array($0.utf8)
    }
    let outcome = Fuzzing("session-line", lines).run { bytes throws(NoQuestion) in
      let line = SessionLine(String(decoding: bytes, as: UTF8.self))
      if case .question = line { return }
      throw NoQuestion()
    }
    #expect(outcome.isTelling)
  }

  @Test("any text can be asked, and is answered from the text that it cites")
  func answer() throws {
    struct NotVerbatim: Error {}
    let questions = [
      "How many \"digital talents\" does -Indonesia need by 2030, and who said so?",
      "Berapa Rp2,3 juta UMKM's kupu-kupu \u{1F600} pada 28 April 2026 (3.5 %)?",
    ].map { Array($0.utf8) }
    let reader = try Library(.builtIn).makeReader(AskOptions())
    let outcome = Fuzzing("answer", questions, cases: 60).run { bytes throws(NotVerbatim) in
      let question = String(decoding: bytes, as: UTF8.self)
      guard let answer = try? reader.ask(question).answer else { throw NotVerbatim() }
      for citation in answer.citations where !citation.passage.text.contains(citation.snippet) {
        throw NotVerbatim()
      }
    }
    #expect(outcome.returned > 0 && outcome.threw == 0)
  }

  @Test("every line of JSON-RPC gets one line of JSON or none")
  func requests() throws {
    struct NoResponse: Error {}
    let lines = [
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ask","arguments":{"question":"Who?","top":2,"since":"2024"}}}"#,
      #"{"jsonrpc":"2.0","id":"a","method":"resources/read","params":{"uri":"tanya:///a%20b.md"}}"#,
      #"{"jsonrpc":"2.0","id":2,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}"#,
    ].map { Array($0.utf8) }
    var server = ContextServer(ContextLibrary(.builtIn))
    let outcome = Fuzzing("json-rpc", lines, cases: 200).run { bytes throws(NoResponse) in
      let response = server.respond(to: Array(bytes))
      guard !response.isEmpty else { throw NoResponse() }
      #expect(response.last == 0x0A && response.dropLast().firstIndex(of: 0x0A) == nil)
      #expect((try? JSONValue(parsing: String(decoding: response, as: UTF8.self))) != nil)
    }
    #expect(outcome.returned > 0)
  }
}
