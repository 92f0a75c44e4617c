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
    self = try scanner.decodeValue(depth: 0)
    scanner.skipWhitespace()
    try scanner.expectEnd()
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
    case .string, .escapedString: content = .string(String(decoding: token, of: text))
    case .number: content = .number(String(decoding: token, of: text))
    case .true: content = .bool(true)
    case .false: content = .bool(false)
    case .null: content = .null
    case .array, .object:
      var scanner = JSONScanner(checked: text, at: token.range.lowerBound)
      self = try scanner.decodeValue(depth: depth)
    }
  }

  fileprivate init(_ content: Content) { self.content = content }
}

extension JSONScanner {
  /// Scans and decodes the value at `position`, including all nested values, in one pass.
  fileprivate mutating func decodeValue(depth: Int) throws(JSONError) -> JSONValue {
    switch next {
    case UInt8(ascii: "{"):
      var members: [String: JSONValue] = [:]
      try walkObject(depth: depth) { key, scanner throws(JSONError) in
        members[String(decoding: key, of: scanner.bytes)] = try scanner.decodeValue(
          depth: depth + 1)
      }
      return JSONValue(.object(members))
    case UInt8(ascii: "["):
      var values: [JSONValue] = []
      try walkArray(depth: depth) { scanner throws(JSONError) in
        values.append(try scanner.decodeValue(depth: depth + 1))
      }
      return JSONValue(.array(values))
    default:
      return try JSONValue(decoding: try scanValue(depth: depth), of: bytes, depth: depth)
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
