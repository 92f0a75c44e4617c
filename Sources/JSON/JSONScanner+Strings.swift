extension JSONScanner {
  mutating func scanString() throws(JSONError) -> Token {
    try expect(UInt8(ascii: "\""))
    let start = position
    var kind = Token.Kind.string
    while true {
      skipPlainBytes()
      switch next {
      case UInt8(ascii: "\""):
        position += 1
        return Token(kind: kind, range: start..<(position - 1))
      case UInt8(ascii: "\\"):
        kind = .escapedString
        try scanEscape()
      case nil:
        throw unexpected()
      default:
        throw JSONError(.controlCharacter, at: position)
      }
    }
  }

  /// Steps to the next quotation mark, backslash or control character, eight bytes at a time.
  private mutating func skipPlainBytes() {
    guard let start = bytes.baseAddress else { return }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits = ones &* 0x80
    while position &+ 8 <= bytes.count {
      let word = UnsafeRawPointer(start)
        .loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let quotes = word ^ (ones &* 0x22)
      let backslashes = word ^ (ones &* 0x5C)
      // The lowest set high bit marks the first hit exactly; later ones may be carries.
      let hits =
        ((quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
          | (word &- ones &* 0x20) & ~word) & highBits
      if hits != 0 {
        position &+= hits.trailingZeroBitCount / 8
        return
      }
      position &+= 8
    }
    while let next, next >= 0x20, next != 0x22, next != 0x5C { position += 1 }
  }

  private mutating func scanEscape() throws(JSONError) {
    let start = position
    position += 1
    switch next {
    case UInt8(ascii: "u"):
      position += 1
      let unit = try scanHexadecimal(escape: start)
      guard unit & 0xF800 == 0xD800 else { return }
      guard unit < 0xDC00, skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")),
        try scanHexadecimal(escape: start) & 0xFC00 == 0xDC00
      else { throw JSONError(.unpairedSurrogate, at: start) }
    case let byte? where Self.unescaped(byte) != nil:
      position += 1
    case nil:
      throw unexpected()
    default:
      throw JSONError(.invalidEscape, at: start)
    }
  }

  private mutating func scanHexadecimal(escape start: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let next else { throw unexpected() }
      guard let digit = Self.hexadecimalDigit(next) else {
        throw JSONError(.invalidEscape, at: start)
      }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// What a backslash and `byte` stand for; nil for `u` and what is no escape.
  static func unescaped(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }
}
