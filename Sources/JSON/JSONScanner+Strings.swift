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

  /// Advances to the next quotation mark, backslash or control character, eight bytes at a time.
  private mutating func skipPlainBytes() {
    guard let start = bytes.baseAddress else { return }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits = ones &* 0x80
    while position &+ 8 <= bytes.count {
      let word = UnsafeRawPointer(start)
        .loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let quotes = word ^ (ones &* 0x22)
      let backslashes = word ^ (ones &* 0x5C)
      // The lowest high bit that is set marks the first hit exactly; later ones may be caused by
      // carries.
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

  /// Returns the character that a backslash and `byte` represent, or nil for `u` and invalid
  /// escapes.
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

/// Copies the bytes of a scanned string and replaces its escapes.
struct JSONUnescaper {
  private let source: UnsafeBufferPointer<UInt8>
  private let target: UnsafeMutableBufferPointer<UInt8>
  private var read = 0
  private var written = 0

  /// - Parameters:
  ///   - source: The bytes of the string, whose escapes the scanner has checked.
  ///   - target: A buffer that is at least as long as `source`.
  init(source: UnsafeBufferPointer<UInt8>, target: UnsafeMutableBufferPointer<UInt8>) {
    self.source = source
    self.target = target
  }

  /// Copies the string, and returns the number of bytes written.
  consuming func run() -> Int {
    while read < source.count {
      let byte = source[read]
      read &+= 1
      if byte == UInt8(ascii: "\\") {
        unescape()
      } else {
        append(byte)
      }
    }
    return written
  }

  private mutating func append(_ byte: UInt8) {
    target.initializeElement(at: written, to: byte)
    written &+= 1
  }

  private mutating func unescape() {
    let byte = source[read]
    read += 1
    if let plain = JSONScanner.unescaped(byte) {
      append(plain)
      return
    }
    var value = codeUnit()
    if value & 0xFC00 == 0xD800 {
      read += 2
      value = 0x10000 + (value - 0xD800) << 10 + (codeUnit() - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else { return }
    for byte in encoded { append(byte) }
  }

  /// Returns the value of the next four hexadecimal digits.
  private mutating func codeUnit() -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      value = value << 4 | (JSONScanner.hexadecimalDigit(source[read]) ?? 0)
      read += 1
    }
    return value
  }
}
