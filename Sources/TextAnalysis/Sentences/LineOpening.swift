import Bytes

/// The opening of a line of plain text or Markdown, such as a list marker or the mark of a heading.
struct LineOpening {
  enum Kind { case plain, listItem, heading, tableRow, rule }

  var kind = Kind.plain
  /// The number of bytes that only mark the line and belong to no sentence, as in `-`, `12.`, `##`
  /// and `---`.
  var markerLength = 0

  /// Classifies the line at `index`, the offset of its first byte that is not white space.
  init(at index: Int, in text: ByteView) {
    switch text[index] {
    case UInt8(ascii: "#"):
      let hashes = text.runLength(of: UInt8(ascii: "#"), from: index, atMost: 7)
      if hashes <= 6, text.isSpaceOrEnd(at: index + hashes) {
        mark(.heading, length: hashes)
      }
    case UInt8(ascii: "|"):
      kind = .tableRow
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      if text.isSpaceOrEnd(at: index + 1) {
        mark(.listItem, length: 1)
      } else if let length = Self.ruleLength(at: index, in: text) {
        mark(.rule, length: length)
      }
    case UInt8(ascii: "="), UInt8(ascii: "_"):
      if let length = Self.ruleLength(at: index, in: text) { mark(.rule, length: length) }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var digits = 1
      while digits < 4, text[index + digits].isASCIIDigit { digits += 1 }
      let end = text[index + digits]
      if digits <= 3, end == UInt8(ascii: ".") || end == UInt8(ascii: ")"),
        text.isSpaceOrEnd(at: index + digits + 1)
      {
        mark(.listItem, length: digits + 1)
      }
    case 0x80...:
      if let scalar = text.scalar(at: index), Self.isBullet(scalar.value) {
        mark(.listItem, length: scalar.length)
      }
    default:
      break
    }
  }

  private mutating func mark(_ kind: Kind, length: Int) {
    self.kind = kind
    markerLength = length
  }

  /// Returns the length of a line that consists of at least three equal marks (CommonMark 4.1,
  /// 4.3), or nil for other lines.
  private static func ruleLength(at index: Int, in text: ByteView) -> Int? {
    let length = text.runLength(of: text[index], from: index, atMost: 200)
    let next = text[index + length]
    let isWholeLine = next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r") || next == 0
    return length >= 3 && isWholeLine ? length : nil
  }

  /// Returns whether a scalar is a bullet: • ‣ ◦ ▪ ● ○ ■ ·
  private static func isBullet(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2022, 0x2023, 0x25E6, 0x25AA, 0x25CF, 0x25CB, 0x25A0, 0x00B7: true
    default: false
    }
  }
}
