import Model

/// Reads front matter in TOML 1.0: keys with strings, dates, arrays and inline tables.
///
/// Invalid lines are ignored, because a text with an error in its front matter is still a text.
enum TOMLFrontMatter {
  /// The tables whose keys count like top-level keys, because site generators store metadata there.
  private static let transparentTables: Set<String> = ["extra", "params"]

  static func fields(of content: Range<Int>, in bytes: Span<UInt8>) -> [FrontMatter.Field] {
    let text = bytes.extracting(first: content.upperBound).withUnsafeBufferPointer { Array($0) }
    var fields: [FrontMatter.Field] = []
    var isIgnored = false
    var start = content.lowerBound
    while start < content.upperBound {
      let line = Line(at: start, in: bytes)
      start = line.nextStart
      if line.isBlank || bytes[line.content.lowerBound] == UInt8(ascii: "#") { continue }
      if bytes[line.content.lowerBound] == UInt8(ascii: "[") {
        let name = bytes.string(in: line.content).filter { !"[] ".contains($0) }
        isIgnored = !transparentTables.contains(name)
        continue
      }
      guard let equals = bytes.firstIndex(of: UInt8(ascii: "="), in: line.content) else { continue }
      var scanner = TOMLScanner(text, at: equals + 1)
      let value = scanner.value()
      if scanner.position > line.range.upperBound {
        start = Line(at: scanner.position, in: bytes).nextStart
      }
      let key = Line.content(of: line.content.lowerBound..<equals, in: bytes)
      let name = FrontMatter.canonical(bytes.string(in: key).filter { !"\"'".contains($0) })
      guard let value, !isIgnored, !fields.contains(where: { $0.key == name }) else { continue }
      let range = Line.content(of: key.lowerBound..<max(equals + 1, scanner.position), in: bytes)
      fields.append(.init(key: name, value: value, range: range))
    }
    return fields
  }
}

/// Reads TOML values.
private struct TOMLScanner {
  private let bytes: [UInt8]
  private(set) var position: Int

  /// - Parameters:
  ///   - text: The text up to the end of the front matter.
  ///   - position: The offset at which the scanner begins.
  init(_ text: [UInt8], at position: Int) {
    bytes = text
    self.position = position
  }

  /// The greatest depth of nested arrays and inline tables.
  private static let maximumDepth = 16

  /// Returns the value at the current position and moves past it, or nil if there is none.
  mutating func value(depth: Int = 0) -> FrontMatter.Value? {
    skip(" \t")
    guard position < bytes.count, depth < Self.maximumDepth else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return string().map { .text($0) }
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "{"): return table(depth: depth)
    default: return bare().map { .text($0) }
    }
  }

  /// Reads a string in any of the four notations of TOML.
  private mutating func string() -> String? {
    let quote = bytes[position]
    let isLong = bytes[position...].starts(with: [quote, quote, quote])
    position += isLong ? 3 : 1
    if isLong, position < bytes.count, bytes[position] == 0x0A { position += 1 }
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote, !isLong || bytes[position...].starts(with: [quote, quote, quote]) {
        position += isLong ? 3 : 1
        return String(decoding: text, as: UTF8.self)
      }
      if byte == 0x0A, !isLong { return nil }
      position += 1
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        appendEscape(to: &text)
      } else {
        text.append(byte)
      }
    }
    return nil
  }

  private mutating func appendEscape(to text: inout [UInt8]) {
    guard position < bytes.count else { return }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"): text.append(0x20)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = bytes[position...].prefix(byte == UInt8(ascii: "u") ? 4 : 8)
      position += digits.count
      guard let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      else { return }
      text.append(contentsOf: String(Character(scalar)).utf8)
    case 0x0A: skip(" \t\r\n")
    default: text.append(byte)
    }
  }

  private mutating func array(depth: Int) -> FrontMatter.Value? {
    position += 1
    var values: [FrontMatter.Value] = []
    while true {
      skipToValue()
      guard position < bytes.count else { return nil }
      if bytes[position] == UInt8(ascii: "]") {
        position += 1
        return .list(values)
      }
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
    }
  }

  private mutating func table(depth: Int) -> FrontMatter.Value? {
    position += 1
    var pairs: [FrontMatter.Value.Pair] = []
    while true {
      skipToValue()
      guard position < bytes.count else { return nil }
      if bytes[position] == UInt8(ascii: "}") {
        position += 1
        return .map(pairs)
      }
      let start = position
      while position < bytes.count, !"=\n}".utf8.contains(bytes[position]) { position += 1 }
      guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return nil }
      let key = String(decoding: bytes[start..<position], as: UTF8.self).filter {
        !" \"'".contains($0)
      }
      position += 1
      guard let value = value(depth: depth + 1) else { return nil }
      pairs.append(.init(key: FrontMatter.canonical(key), value: value))
    }
  }

  /// Reads a number, a date or a Boolean value.
  private mutating func bare() -> String? {
    let start = position
    while position < bytes.count, !",]}#\r\n".utf8.contains(bytes[position]) { position += 1 }
    var text = bytes[start..<position]
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  /// Moves past white space, commas and comments between values.
  private mutating func skipToValue() {
    while true {
      skip(" \t\r\n,")
      guard position < bytes.count, bytes[position] == UInt8(ascii: "#") else { return }
      while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    }
  }

  private mutating func skip(_ set: StaticString) {
    let set = UnsafeBufferPointer(start: set.utf8Start, count: set.utf8CodeUnitCount)
    while position < bytes.count, set.contains(bytes[position]) { position += 1 }
  }
}
