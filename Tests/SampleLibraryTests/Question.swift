import JSON
import Platform
import Testing

/// A question over the sample articles with the answers that it may get.
struct Question: Sendable, CustomTestStringConvertible {
  var id: String
  var text: String
  var answers: [String]
  var isAnswerable: Bool
  var documents: [String]

  var testDescription: String { id }

  /// The fixture that the end-to-end tests ask; a line that cannot be read is left out.
  static let all: [Question] = {
    let tests = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    let path = tests.joined(separator: "/") + "/EndToEndTests/Fixtures/questions.jsonl"
    let bytes = (try? readFile(path)) ?? []
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard let value = try? JSONValue(parsing: String(decoding: line, as: UTF8.self)) else {
        return nil
      }
      return Question(value)
    }
  }()

  private init?(_ value: JSONValue) {
    guard let id = value["_id"]?.string, let text = value["text"]?.string,
      let answers = value["answers"]?.array?.compactMap(\.string),
      let isAnswerable = value["answerable"]?.bool,
      let documents = value["documents"]?.array?.compactMap(\.string)
    else { return nil }
    self.id = id
    self.text = text
    self.answers = answers
    self.isAnswerable = isAnswerable
    self.documents = documents
  }
}
