import JSON

/// A question of a batch, from a line that is the question itself or a JSON object with it.
struct BatchQuestion: Sendable, Equatable {
  /// The id of the JSON object, or the number of the line, from 1, if it has none.
  var id: String
  var text: Result<String, BatchLineError>

  /// - Parameter number: The line's number, from 1.
  init(line: [UInt8], number: Int) {
    id = String(number)
    guard line.first(where: { !$0.isBlank }) == UInt8(ascii: "{") else {
      text = Self.plainText(line)
      return
    }
    (id, text) = line.withUnsafeBufferPointer { line in
      Self.parseObject(line, id: String(number))
    }
  }

  private static func plainText(_ line: [UInt8]) -> Result<String, BatchLineError> {
    do {
      // The blanks that replaced a byte order mark and the carriage return of other systems' line
      // ends are not part of the question.
      _ = try UTF8Span(validating: line.span)
      let question = line.drop(while: \.isBlank)
      let hasReturn = question.last == UInt8(ascii: "\r")
      return checked(String(decoding: question.dropLast(hasReturn ? 1 : 0), as: UTF8.self))
    } catch {
      return .failure(.invalidUTF8(offset: error.byteOffsets.lowerBound))
    }
  }

  private static func parseObject(
    _ line: UnsafeBufferPointer<UInt8>, id number: String
  ) -> (String, Result<String, BatchLineError>) {
    let record: JSONRecord
    do throws(JSONError) {
      record = try JSONRecord(parsing: line)
    } catch {
      return (number, .failure(.malformedJSON(offset: error.offset)))
    }
    var id = number
    if let value = record["id"] ?? record["_id"] {
      guard let known = value.string ?? value.number else {
        return (number, .failure(.invalidIdentifier))
      }
      id = known
    }
    guard let text = (record["question"] ?? record["text"])?.string else {
      return (id, .failure(.noQuestion))
    }
    return (id, checked(text))
  }

  private static func checked(_ text: String) -> Result<String, BatchLineError> {
    text.utf8.allSatisfy(\.isBlank) ? .failure(.emptyQuestion) : .success(text)
  }
}
