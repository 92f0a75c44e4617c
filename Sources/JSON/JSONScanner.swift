/// Walks over the bytes of a JSON text and checks its grammar (RFC 8259) without decoding it.
struct JSONScanner {
  /// The kind and the location of a value, with which it can be decoded later.
  struct Token {
    enum Kind { case object, array, string, escapedString, number, `true`, `false`, null }

    var kind: Kind
    /// The range of the value in bytes. For a string, it does not include the quotation marks.
    var range: Range<Int>
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var position: Int

  /// Creates a scanner at the beginning of a text, and checks that the text is UTF-8, so that later
  /// steps can rely on it.
  init(validating bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw JSONError(.invalidUTF8, at: error.byteOffsets.lowerBound)
    }
    self.bytes = bytes
    position = 0
  }

  /// Creates a scanner at a position of a text that has been checked before.
  init(checked bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// The next byte, or nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skipWhitespace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  /// Skips the next byte if it is `byte`. Returns whether it was skipped.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard skip(byte) else { throw unexpected() }
  }

  func expectEnd() throws(JSONError) {
    guard position == bytes.count else { throw JSONError(.trailingBytes, at: position) }
  }

  func unexpected() -> JSONError {
    guard let next else { return JSONError(.unexpectedEnd, at: position) }
    return JSONError(.unexpectedByte(next), at: position)
  }

  /// Scans the value at `position`, including all nested values.
  mutating func scanValue(depth: Int) throws(JSONError) -> Token {
    let start = position
    switch next {
    case UInt8(ascii: "\""):
      return try scanString()
    case UInt8(ascii: "{"):
      try scanObject(depth: depth) { _, _ in }
      return Token(kind: .object, range: start..<position)
    case UInt8(ascii: "["):
      try scanArray(depth: depth) { _ in }
      return Token(kind: .array, range: start..<position)
    case UInt8(ascii: "t"): return try scanLiteral("true", kind: .true)
    case UInt8(ascii: "f"): return try scanLiteral("false", kind: .false)
    case UInt8(ascii: "n"): return try scanLiteral("null", kind: .null)
    default: return try scanNumber()
    }
  }

  /// Calls `member` with the key and the value of each member of the object at `position`.
  mutating func scanObject(
    depth: Int, member: (_ key: Token, _ value: Token) -> Void
  ) throws(JSONError) {
    try walkObject(depth: depth) { key, scanner throws(JSONError) in
      member(key, try scanner.scanValue(depth: depth + 1))
    }
  }

  /// Calls `element` with each value of the array at `position`.
  mutating func scanArray(depth: Int, element: (Token) -> Void) throws(JSONError) {
    try walkArray(depth: depth) { scanner throws(JSONError) in
      element(try scanner.scanValue(depth: depth + 1))
    }
  }

  /// Walks over the members of the object at `position`.
  ///
  /// - Parameters:
  ///   - depth: The number of values that the object is nested in.
  ///   - member: A closure that gets the key of each member and advances the scanner past its
  ///     value.
  @inline(__always)
  mutating func walkObject(
    depth: Int, member: (_ key: Token, inout JSONScanner) throws(JSONError) -> Void
  ) throws(JSONError) {
    try enter(depth: depth)
    skipWhitespace()
    if skip(UInt8(ascii: "}")) { return }
    repeat {
      skipWhitespace()
      let key = try scanString()
      skipWhitespace()
      try expect(UInt8(ascii: ":"))
      skipWhitespace()
      try member(key, &self)
      skipWhitespace()
    } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
  }

  /// Walks over the elements of the array at `position`.
  ///
  /// - Parameters:
  ///   - depth: The number of values that the array is nested in.
  ///   - element: A closure that advances the scanner past each element.
  @inline(__always)
  mutating func walkArray(
    depth: Int, element: (inout JSONScanner) throws(JSONError) -> Void
  ) throws(JSONError) {
    try enter(depth: depth)
    skipWhitespace()
    if skip(UInt8(ascii: "]")) { return }
    repeat {
      skipWhitespace()
      try element(&self)
      skipWhitespace()
    } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
  }

  private mutating func enter(depth: Int) throws(JSONError) {
    guard depth < JSONValue.maximumDepth else { throw JSONError(.tooDeep, at: position) }
    position += 1
  }

  private mutating func scanLiteral(
    _ literal: StaticString, kind: Token.Kind
  ) throws(JSONError) -> Token {
    let start = position
    for index in 0..<literal.utf8CodeUnitCount {
      try expect(literal.utf8Start[index])
    }
    return Token(kind: kind, range: start..<position)
  }
}

extension JSONScanner {
  mutating func scanNumber() throws(JSONError) -> Token {
    let start = position
    let isNegative = skip(UInt8(ascii: "-"))
    guard let first = next, Self.isDigit(first) else {
      guard isNegative else { throw unexpected() }
      throw JSONError(.invalidNumber, at: start)
    }
    // RFC 8259, section 6, allows no leading zeros.
    if !skip(UInt8(ascii: "0")) { skipDigits() }
    if skip(UInt8(ascii: ".")) {
      guard skipDigits() else { throw JSONError(.invalidNumber, at: start) }
    }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      guard skipDigits() else { throw JSONError(.invalidNumber, at: start) }
    }
    if let next, Self.isDigit(next) { throw JSONError(.invalidNumber, at: start) }
    return Token(kind: .number, range: start..<position)
  }

  /// Skips digits. Returns whether there was at least one.
  @discardableResult
  private mutating func skipDigits() -> Bool {
    let start = position
    while let next, Self.isDigit(next) { position += 1 }
    return position > start
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9")
  }
}
