extension JSONScanner {
  mutating func scanNumber() throws(JSONError) -> Token {
    let start = position
    let isNegative = skip(UInt8(ascii: "-"))
    guard let first = next, Self.isDigit(first) else {
      guard isNegative else { throw unexpected() }
      throw JSONError(.invalidNumber, at: start)
    }
    // RFC 8259 section 6: no leading zeros.
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

  /// Whether there was at least one digit.
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
