/// Appends JSON (RFC 8259) to a byte buffer, without white space.
///
/// The calls follow the grammar: inside `object` every value follows its `key`. Strings come out
/// verbatim but for escapes, and characters that could steer a terminal (C0, DEL, C1, bidi
/// controls) are always escaped, so that JSON shown on a screen is as safe as it is exact.
public struct JSONWriter: Sendable {
  /// The bytes written so far.
  public private(set) var bytes: [UInt8]
  private var needsComma = false

  public init(capacity: Int = 1024) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    enclose("{", "}", members)
  }

  public mutating func array(_ elements: (inout JSONWriter) -> Void) {
    enclose("[", "]", elements)
  }

  /// An array of what `element` writes for each of `values`.
  @inlinable
  public mutating func array<Values: Sequence>(
    of values: Values, _ element: (inout JSONWriter, Values.Element) -> Void
  ) {
    array { writer in
      for value in values { element(&writer, value) }
    }
  }

  /// The name of the member whose value is written next.
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func member(_ name: String, _ value: String?) {
    key(name)
    string(value)
  }

  /// The number, or `null`.
  public mutating func member(_ name: String, _ value: (some FixedWidthInteger)?) {
    key(name)
    if let value { integer(value) } else { null() }
  }

  /// As `double` writes it.
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

  /// The string, or `null`.
  public mutating func string(_ value: String?) {
    if let value { string(value) } else { null() }
  }

  public mutating func integer(_ value: some FixedWidthInteger) {
    raw(String(value))
  }

  /// The shortest decimal that reads back as the same double; `null` where JSON has none (NaN, ∞).
  public mutating func double(_ value: Double) {
    if value.isFinite { raw(value.description) } else { null() }
  }

  public mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }

  public mutating func null() { raw("null") }

  /// `[lower, upper]`, as tanya writes every half-open byte range.
  public mutating func range(_ value: Range<Int>) {
    array {
      $0.integer(value.lowerBound)
      $0.integer(value.upperBound)
    }
  }

  /// Ends a line of JSON Lines; the next value starts afresh.
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
  /// Whether no escape begins with it: most bytes of most strings.
  @inline(__always)
  fileprivate var isPlainInJSON: Bool {
    self >= 0x20 && self < 0x7F && self != 0x22 && self != 0x5C
  }
}

/// A character of a string that JSON, or the safety of a terminal, wants escaped.
private struct Escape {
  var scalar: UInt16
  /// UTF-8 bytes that it takes in the text.
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
      // Line and paragraph separator, bidi embeddings and overrides, bidi isolates.
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
  /// The text of a string or number token that was scanned in `text`.
  init(decoding token: JSONScanner.Token, of text: UnsafeBufferPointer<UInt8>) {
    let source = UnsafeBufferPointer(rebasing: text[token.range])
    guard token.kind == .escapedString else {
      self.init(decoding: source, as: UTF8.self)
      return
    }
    // An escape is never shorter than what it stands for.
    self.init(unsafeUninitializedCapacity: source.count) { target in
      JSONUnescaper(source: source, target: target).run()
    }
  }
}
