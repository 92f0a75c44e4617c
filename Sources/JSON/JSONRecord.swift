/// A JSON object, such as a line of JSON Lines. Its grammar is checked in one pass, and a member is
/// decoded only when it is read.
///
/// ```swift
/// let record = try JSONRecord(parsing: line)
/// let title = record["title"]?.string
/// ```
///
/// - Important: The bytes must outlive the record.
public struct JSONRecord {
  private let line: UnsafeBufferPointer<UInt8>
  private var members: [(key: JSONScanner.Token, value: JSONScanner.Token)] = []

  /// Parses one object, which may be surrounded by white space.
  ///
  /// - Throws: `JSONError` if the text is not a JSON object.
  /// - Complexity: O(*n*), where *n* is the length of the line in bytes.
  public init(parsing line: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    self.line = line
    var scanner = try JSONScanner(validating: line)
    scanner.skipWhitespace()
    guard scanner.next == UInt8(ascii: "{") else {
      // If the text is not JSON at all, this reports the error.
      _ = try scanner.scanValue(depth: 0)
      throw JSONError(.notAnObject, at: 0)
    }
    members.reserveCapacity(8)
    var found = members
    try scanner.scanObject(depth: 0) { found.append(($0, $1)) }
    members = found
    scanner.skipWhitespace()
    try scanner.expectEnd()
  }

  /// The value of the last member with the given key, or nil if there is none.
  public subscript(key: String) -> JSONValue? {
    guard let member = members.last(where: { matches($0.key, key) }) else { return nil }
    // The scanner has checked these bytes, so decoding cannot fail.
    return try? JSONValue(decoding: member.value, of: line, depth: 1)
  }

  private func matches(_ token: JSONScanner.Token, _ key: String) -> Bool {
    if token.kind == .escapedString { return String(decoding: token, of: line) == key }
    guard token.range.count == key.utf8.count else { return false }
    return key.utf8.elementsEqual(line[token.range])
  }
}
