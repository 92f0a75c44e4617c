/// Reads one statement of a TOML file after the other.
struct TOMLScanner {
  enum Statement {
    case table([String])
    case setting(key: String, TOMLDocument.Value)
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  /// Arrays are followed to this depth.
  private static let maximumDepth = 8

  init(_ bytes: [UInt8]) throws(TOMLError) {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let start = error.byteOffsets.lowerBound
      throw TOMLError(.notUTF8, line: 1 + bytes[..<start].count { $0 == 0x0A })
    }
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Moves to the next statement.
  ///
  /// - Returns: Its line; nil at the end.
  mutating func nextStatement() throws(TOMLError) -> Int? {
    try skipBlanks(acrossLines: true)
    return position < bytes.count ? line : nil
  }

  mutating func statement() throws(TOMLError) -> Statement {
    let statement: Statement
    if take("[") {
      if peek == UInt8(ascii: "[") { throw error(.unsupported(.arrayOfTables)) }
      var path: [String] = []
      repeat {
        try skipBlanks()
        path.append(try key())
        try skipBlanks()
      } while take(".")
      guard take("]") else { throw error(.expectedBracket) }
      statement = .table(path)
    } else {
      let key = try key()
      try skipBlanks()
      if peek == UInt8(ascii: ".") { throw error(.unsupported(.dottedKey)) }
      guard take("=") else { throw error(.expectedEquals) }
      try skipBlanks()
      statement = .setting(key: key, try value())
    }
    try skipBlanks()
    guard position == bytes.count || peek == 0x0A else { throw error(.expectedLineEnd) }
    return statement
  }

  // MARK: Keys and values

  private mutating func key() throws(TOMLError) -> String {
    if let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return try string()
    }
    let start = position
    while let byte = peek, byte.isBareKey { position += 1 }
    guard position > start else { throw error(.expectedKey) }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func value(depth: Int = 0) throws(TOMLError) -> TOMLDocument.Value {
    guard depth < Self.maximumDepth else { throw error(.nestedTooDeeply) }
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try string())
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "{"): throw error(.unsupported(.inlineTable))
    default: return try word()
    }
  }

  private mutating func array(depth: Int) throws(TOMLError) -> [TOMLDocument.Value] {
    position += 1
    var values: [TOMLDocument.Value] = []
    while true {
      try skipBlanks(acrossLines: true)
      if take("]") { return values }
      values.append(try value(depth: depth + 1))
      try skipBlanks(acrossLines: true)
      guard take(",") || peek == UInt8(ascii: "]") else { throw error(.expectedBracket) }
    }
  }

  /// Reads a Boolean or an integer.
  private mutating func word() throws(TOMLError) -> TOMLDocument.Value {
    let start = position
    while let byte = peek, byte.isBareKey || "+.:".utf8.contains(byte) { position += 1 }
    let word = bytes[start..<position]
    let text = String(decoding: word, as: UTF8.self)
    if text == "true" { return .boolean(true) }
    if text == "false" { return .boolean(false) }
    let digits = word.first == 0x2D || word.first == 0x2B ? word.dropFirst() : word
    guard let first = digits.first, first &- 0x30 < 10 else { throw error(.expectedValue) }
    if digits.allSatisfy({ $0 &- 0x30 < 10 }) {
      guard let number = Int(text), first != 0x30 || digits.count == 1 else {
        throw error(.badInteger)
      }
      return .integer(number)
    }
    if digits.contains(UInt8(ascii: ":")) || digits.dropFirst().contains(UInt8(ascii: "-")) {
      throw error(.unsupported(.date))
    }
    throw error(digits.contains(UInt8(ascii: ".")) ? .unsupported(.fraction) : .expectedValue)
  }

  private mutating func string() throws(TOMLError) -> String {
    let quote = bytes[position]
    if bytes[position...].starts(with: [quote, quote, quote]) {
      throw error(.unsupported(.longString))
    }
    position += 1
    var text: [UInt8] = []
    while let byte = peek, byte != 0x0A {
      position += 1
      if byte == quote { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        try appendEscape(to: &text)
      } else if byte < 0x20 && byte != 0x09 || byte == 0x7F {
        throw error(.controlCharacter)
      } else {
        text.append(byte)
      }
    }
    throw error(.unclosedString)
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "t"): 0x09,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "b"): 0x08,
    UInt8(ascii: "f"): 0x0C,
  ]

  private mutating func appendEscape(to text: inout [UInt8]) throws(TOMLError) {
    guard let byte = peek else { throw error(.unclosedString) }
    position += 1
    if let plain = Self.escapes[byte] { return text.append(plain) }
    let count = byte == UInt8(ascii: "u") ? 4 : byte == UInt8(ascii: "U") ? 8 : 0
    let digits = String(decoding: bytes[position...].prefix(count), as: UTF8.self)
    guard count > 0, digits.utf8.count == count, !digits.hasPrefix("+"),
      let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code)
    else { throw error(.unknownEscape) }
    position += count
    text.append(contentsOf: Array(String(Character(scalar)).utf8))
  }

  // MARK: Bytes

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Skips spaces and comments.
  private mutating func skipBlanks(acrossLines: Bool = false) throws(TOMLError) {
    while let byte = peek {
      switch byte {
      case 0x20, 0x09: position += 1
      case 0x0D where position + 1 < bytes.count && bytes[position + 1] == 0x0A: position += 1
      case 0x0A where acrossLines:
        position += 1
        line += 1
      case UInt8(ascii: "#"):
        while let byte = peek, byte != 0x0A { position += 1 }
      default:
        if byte < 0x20, byte != 0x0A { throw error(.controlCharacter) }
        return
      }
    }
  }

  private func error(_ kind: TOMLError.Kind) -> TOMLError { TOMLError(kind, line: line) }
}

extension UInt8 {
  /// A Boolean value that indicates whether a key may contain it without quotation marks: a letter,
  /// a digit, `_` or `-`.
  fileprivate var isBareKey: Bool {
    self | 0x20 &- 0x61 < 26 && self < 0x80 || self &- 0x30 < 10 || self == 0x5F || self == 0x2D
  }
}
