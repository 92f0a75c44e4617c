import Glibc
import Testing

@testable import Commands

struct BatchQuestionTests {
  @Test(
    "a line is a question, or an object that holds one",
    arguments: [
      ("Who?", "4", "Who?"), (#"{"id": "a", "question": "Who?"}"#, "a", "Who?"),
      (#"{"_id": "b", "text": "Who?"}"#, "b", "Who?"), (#"  {"text": "Who?"}"#, "4", "Who?"),
      (#"{"id": 12, "text": "a", "question": "b"}"#, "12", "b"),
      (#"{"id": "\u00e9", "text": "é"}"#, "é", "é"), ("   Who?\r", "4", "Who?"),
    ])
  func reads(line: String, id: String, text: String) throws {
    let question = BatchQuestion(line: Array(line.utf8), number: 4)
    #expect(question.id == id)
    #expect(try question.text.get() == text)
  }

  @Test(
    "a bad line says what is wrong with it",
    arguments: [
      ("{", BatchLineError.malformedJSON(offset: 1)), ("{}", .noQuestion),
      (#"{"text": 3}"#, .noQuestion), (#"{"id": [], "text": "x"}"#, .invalidIdentifier),
      (#"{"text": " "}"#, .emptyQuestion),
    ])
  func refuses(line: String, error: BatchLineError) {
    #expect(throws: error) { try BatchQuestion(line: Array(line.utf8), number: 1).text.get() }
  }

  @Test("a line that is no UTF-8 says from where")
  func refusesBytes() {
    #expect(throws: BatchLineError.invalidUTF8(offset: 2)) {
      try BatchQuestion(line: [0x61, 0x62, 0xC3], number: 1).text.get()
    }
  }
}

struct QuestionLinesTests {
  private func lines(_ text: String) throws -> [QuestionLines.Line] {
    var template = Array("/tmp/tanya-lines-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    unlink(template)
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
    lseek(descriptor, 0, SEEK_SET)
    var lines = QuestionLines(descriptor: descriptor, path: "questions")
    var found: [QuestionLines.Line] = []
    while let line = try lines.next(beforeWaiting: {}) { found.append(line) }
    return found
  }

  @Test("blank lines and comments are passed over, but counted")
  func numbers() throws {
    let found = try lines("\u{FEFF}a\n\n # c\r\n \t\nb\n#\nc")
    #expect(found.map(\.number) == [1, 5, 7])
    #expect(found.map(\.place) == [0, 1, 2])
    #expect(found.map { String(decoding: $0.bytes, as: UTF8.self).trimmed } == ["a", "b", "c"])
  }

  @Test("a line may be longer than any buffer")
  func readsLongLines() throws {
    let long = String(repeating: "x", count: 1_000_000)
    #expect(try lines("\(long)\nb").map(\.bytes.count) == [1_000_000, 1])
  }

  @Test("a descriptor that cannot be read is an error")
  func reports() {
    var lines = QuestionLines(descriptor: 9_999, path: "questions")
    #expect(throws: CommandError.self) { try lines.next(beforeWaiting: {}) }
  }
}

struct OrderedOutputTests {
  @Test("responses come out in the order of their questions")
  func orders() {
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    var output = OrderedOutput(Output(descriptor: ends[1]))
    for place in [2, 0, 3, 1] {
      output.add(
        BatchResponse(bytes: [UInt8(ascii: "a") + UInt8(place)], outcome: .found), at: place,
        isIdle: place == 1)
    }
    close(ends[1])
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = read(ends[0], &bytes, bytes.count)
    close(ends[0])
    #expect(String(decoding: bytes[..<max(0, count)], as: UTF8.self) == "abcd")
    #expect(output.next == 4)
  }

  @Test(
    "a bad line goes before a question without an answer",
    arguments: [
      ([], 0), ([.found], 0), ([.found, .nothing], 1), ([.nothing, .badLine, .found], 2),
    ] as [([BatchResponse.Outcome], Int32)])
  func tallies(outcomes: [BatchResponse.Outcome], status: Int32) {
    var tally = BatchTally()
    for outcome in outcomes { tally.add(outcome) }
    #expect(tally.exitStatus == status)
  }
}
