/// The index of a dictionary in the form of dictd: lines of a key, an offset and a length, between
/// tabs; the numbers in base 64 (RFC 4648's digits, most significant first, no padding) count bytes
/// of the inflated text.
enum DictdIndex {
  /// Keys of what is about the dictionary itself.
  private static let informationPrefix: StaticString = "00database"

  /// Where the entries stand, each once, in the order of the index.
  static func entries(_ index: Span<UInt8>) throws(DictionaryReport.Problem) -> [Range<Int>] {
    var entries: [Range<Int>] = []
    var seen: Set<Int> = []
    try TextLines.forEach(in: index) { (_, line) throws(DictionaryReport.Problem) in
      let fields = index.split(line, at: 0x09)
      guard fields.count >= 3, let offset = number(index, fields[1]),
        let length = number(index, fields[2])
      else { throw .damaged }
      if !index.starts(informationPrefix, at: line.lowerBound), seen.insert(offset).inserted {
        entries.append(offset..<offset + length)
      }
      return true
    }
    return entries
  }

  private static func number(_ index: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard 1...6 ~= range.count else { return nil }
    var value = 0
    for position in range {
      guard let digit = digit(index[position]) else { return nil }
      value = value << 6 | digit
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
