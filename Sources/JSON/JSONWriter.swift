/// Appends JSON (RFC 8259) to a byte buffer, without white space.
///
/// The calls follow the grammar: inside `object`, every value follows its `key`. Characters that
/// could control a terminal are always escaped, so that it is safe to show JSON on a screen: C0,
/// DEL and C1 control characters, line and paragraph separators, and bidirectional embeddings,
/// overrides and isolates. All other characters of strings are written verbatim.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.object {
///   $0.member("title", "Harbour")
///   $0.key("pages")
///   $0.array(of: [3, 4]) { writer, page in writer.integer(page) }
/// }
/// ```
public struct JSONWriter: Sendable {
  /// The bytes written so far.
  public private(set) var bytes: [UInt8]
  private var needsComma = false

  public init(capacity: Int = 1024) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Writes an object, whose members `members` writes.
  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    enclose("{", "}", members)
  }

  /// Writes an array, whose elements `elements` writes.
  public mutating func array(_ elements: (inout JSONWriter) -> Void) {
    enclose("[", "]", elements)
  }

  /// Writes an array with an element for each of `values`, which `element` writes.
  @inlinable
  public mutating func array<Values: Sequence>(
    of values: Values, _ element: (inout JSONWriter, Values.Element) -> Void
  ) {
    array { writer in
      for value in values { element(&writer, value) }
    }
  }

  /// Writes the name of a member. The next call must write its value.
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func member(_ name: String, _ value: String?) {
    key(name)
    string(value)
  }

  /// Writes a member with a number, or with `null` if the value is nil.
  public mutating func member(_ name: String, _ value: (some FixedWidthInteger)?) {
    key(name)
    if let value { integer(value) } else { null() }
  }

  /// Writes a member with a number. See `double(_:)`.
  public mutating func member(_ name: String, _ value: Double) {
    key(name)
    double(value)
  }

  public mutating func member(_ name: String, _ value: Bool) {
    key(name)
    boolean(value)
  }

  public mutating func member(_ name: String, _ value: Range<Int>) {
    key(name)
    range(value)
  }

  public mutating func string(_ value: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { appendEscaped($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a string, or `null` if the value is nil.
  public mutating func string(_ value: String?) {
    if let value { string(value) } else { null() }
  }

  public mutating func integer(_ value: some FixedWidthInteger) {
    raw(String(value))
  }

  /// Writes the shortest decimal number that parses to the same value, or `null` for values that
  /// JSON cannot represent (NaN and infinities).
  public mutating func double(_ value: Double) {
    if value.isFinite { raw(value.description) } else { null() }
  }

  public mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }

  public mutating func null() { raw("null") }

  /// Writes a half-open range, such as a byte range, as `[lower, upper]`.
  public mutating func range(_ value: Range<Int>) {
    array {
      $0.integer(value.lowerBound)
      $0.integer(value.upperBound)
    }
  }

  /// Ends a line of JSON Lines. The next value is independent of the previous ones.
  public mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func enclose(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func raw(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var plain = 0
    var index = 0
    while index < text.count {
      if text[index].isPlainInJSON {
        index &+= 1
        continue
      }
      guard let escape = Escape(in: text, at: index) else {
        index += 1
        continue
      }
      bytes.append(contentsOf: text[plain..<index])
      escape.append(to: &bytes)
      index += escape.length
      plain = index
    }
    bytes.append(contentsOf: text[plain...])
  }
}

extension UInt8 {
  /// A Boolean value that indicates whether no escaped character begins with the byte. It is true
  /// of most bytes.
  @inline(__always)
  fileprivate var isPlainInJSON: Bool {
    self >= 0x20 && self < 0x7F && self != 0x22 && self != 0x5C
  }
}

/// A character that must be escaped, either by the grammar of JSON or for the safety of a terminal.
private struct Escape {
  var scalar: UInt16
  /// The length of the character in UTF-8 bytes.
  var length: Int

  init?(in text: UnsafeBufferPointer<UInt8>, at index: Int) {
    let byte = text[index]
    switch byte {
    case 0x00..<0x20, 0x22, 0x5C, 0x7F:
      self.init(scalar: UInt16(byte), length: 1)
    case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0:
      self.init(scalar: UInt16(text[index + 1]), length: 2)
    case 0xE2 where index + 2 < text.count && (0x80...0x81).contains(text[index + 1]):
      let scalar =
        0x2000 | UInt16(text[index + 1] & 0x3F) << 6 | UInt16(text[index + 2] & 0x3F)
      // Line and paragraph separators; bidirectional embeddings, overrides and isolates.
      guard (0x2028...0x202E).contains(scalar) || (0x2066...0x2069).contains(scalar) else {
        return nil
      }
      self.init(scalar: scalar, length: 3)
    default:
      return nil
    }
  }

  private init(scalar: UInt16, length: Int) {
    self.scalar = scalar
    self.length = length
  }

  func append(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch scalar {
    case 0x22, 0x5C: bytes.append(UInt8(scalar))
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] as [UInt16] {
        let digit = UInt8(scalar >> shift & 0xF)
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}

extension String {
  /// Decodes a string or number token of `text`.
  init(decoding token: JSONScanner.Token, of text: UnsafeBufferPointer<UInt8>) {
    let source = UnsafeBufferPointer(rebasing: text[token.range])
    guard token.kind == .escapedString else {
      self.init(decoding: source, as: UTF8.self)
      return
    }
    // An escape is never shorter than the character that it represents.
    self.init(unsafeUninitializedCapacity: source.count) { target in
      JSONUnescaper(source: source, target: target).run()
    }
  }
}
