/// One JSON value with everything inside it, decoded.
///
/// Each accessor is nil where the value is of another kind.
public struct JSONValue: Hashable, Sendable {
  /// How deeply arrays and objects may be nested.
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

  /// Reads one value with nothing but white space around it.
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

  /// A number as it was written.
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

  /// The element of an array; nil where there is none at `index`.
  public subscript(index: Int) -> JSONValue? {
    guard let array, array.indices.contains(index) else { return nil }
    return array[index]
  }
}
