/// A decoded JSON value, including all nested values.
///
/// Each accessor is nil if the value is of another kind.
///
/// ```swift
/// let value = try JSONValue(parsing: #"{"title": "Harbour", "pages": [3, 4]}"#)
/// let first = value["pages"]?[0]?.integer
/// ```
public struct JSONValue: Hashable, Sendable {
  /// The greatest depth to which arrays and objects may be nested.
  public static let maximumDepth = 128

  enum Content: Hashable {
    case object([String: JSONValue])
    case array([JSONValue])
    case string(String)
    case number(String)
    case bool(Bool)
    case null
  }

  let content: Content

  /// Parses one value, which may be surrounded by white space.
  ///
  /// - Throws: `JSONError` if the text is not a JSON value.
  public init(parsing text: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    var scanner = try JSONScanner(validating: text)
    scanner.skipWhitespace()
    let token = try scanner.scanValue(depth: 0)
    scanner.skipWhitespace()
    try scanner.expectEnd()
    try self.init(decoding: token, of: text, depth: 0)
  }

  public init(parsing text: String) throws(JSONError) {
    var text = text
    self = try text.withUTF8 { bytes in
      Result { () throws(JSONError) in try JSONValue(parsing: bytes) }
    }.get()
  }

  public var string: String? {
    if case .string(let value) = content { value } else { nil }
  }

  /// The text of a number.
  public var number: String? {
    if case .number(let value) = content { value } else { nil }
  }

  public var integer: Int? { number.flatMap { Int($0) } }

  public var double: Double? { number.flatMap { Double($0) } }

  public var bool: Bool? {
    if case .bool(let value) = content { value } else { nil }
  }

  public var isNull: Bool { content == .null }

  public var array: [JSONValue]? {
    if case .array(let values) = content { values } else { nil }
  }

  public var object: [String: JSONValue]? {
    if case .object(let members) = content { members } else { nil }
  }

  public subscript(key: String) -> JSONValue? { object?[key] }

  /// The element of an array at `index`, or nil if there is none.
  public subscript(index: Int) -> JSONValue? {
    guard let array, array.indices.contains(index) else { return nil }
    return array[index]
  }
}

extension JSONValue {
  /// Decodes a token of `text`.
  init(
    decoding token: JSONScanner.Token, of text: UnsafeBufferPointer<UInt8>, depth: Int
  ) throws(JSONError) {
    switch token.kind {
    case .string, .escapedString, .number:
      let string = String(decoding: token, of: text)
      content = token.kind == .number ? .number(string) : .string(string)
    case .true: content = .bool(true)
    case .false: content = .bool(false)
    case .null: content = .null
    case .array:
      var tokens: [JSONScanner.Token] = []
      var scanner = JSONScanner(checked: text, at: token.range.lowerBound)
      try scanner.scanArray(depth: depth) { tokens.append($0) }
      var values: [JSONValue] = []
      values.reserveCapacity(tokens.count)
      for token in tokens {
        values.append(try JSONValue(decoding: token, of: text, depth: depth + 1))
      }
      content = .array(values)
    case .object:
      var members: [(key: JSONScanner.Token, value: JSONScanner.Token)] = []
      var scanner = JSONScanner(checked: text, at: token.range.lowerBound)
      try scanner.scanObject(depth: depth) { members.append(($0, $1)) }
      var values: [String: JSONValue] = [:]
      for member in members {
        values[String(decoding: member.key, of: text)] =
          try JSONValue(decoding: member.value, of: text, depth: depth + 1)
      }
      content = .object(values)
    }
  }
}

/// The reason that a text is not JSON (RFC 8259), and the offset of the error.
public struct JSONError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case unexpectedEnd
    case unexpectedByte(UInt8)
    case invalidUTF8
    case invalidEscape
    /// A `\u` escape for one half of a surrogate pair is not followed or preceded by the other
    /// half.
    case unpairedSurrogate
    /// A string contains a control character that is not escaped.
    case controlCharacter
    case invalidNumber
    /// Arrays and objects are nested more deeply than `JSONValue.maximumDepth`.
    case tooDeep
    /// Other bytes than white space follow the value.
    case trailingBytes
    /// The text is a JSON value, but not an object.
    case notAnObject
  }

  public var kind: Kind
  /// The offset of the error from the beginning of the text, in bytes.
  public var offset: Int

  public init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}
