/// Why a text is not JSON (RFC 8259), and where.
public struct JSONError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case unexpectedEnd
    case unexpectedByte(UInt8)
    case invalidUTF8
    case invalidEscape
    /// A `\u` escape of one half of a surrogate pair without the other.
    case unpairedSurrogate
    /// A control character that stands unescaped in a string.
    case controlCharacter
    case invalidNumber
    /// Arrays and objects nested deeper than `JSONValue.maximumDepth`.
    case tooDeep
    /// Something follows the value.
    case trailingBytes
    /// A record was expected, and the text is some other value.
    case notAnObject
  }

  public var kind: Kind
  /// In bytes from the beginning of the text.
  public var offset: Int

  public init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}
