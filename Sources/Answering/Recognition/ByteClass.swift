/// The class of the UTF-8 scalar at a position, determined from its bytes.
///
/// Every scalar beyond ASCII counts as a letter, except for the punctuation and symbol blocks
/// Latin-1 (U+0080–U+00BF), U+2000–U+2BFF and U+3000–U+303F.
struct ByteClass {
  enum Kind { case letter, digit, apostrophe, period, other }
  enum Punctuation {
    case space, newline, hyphen, slash, comma, ampersand, period, parenthesis, quote, markup, other
  }

  var kind: Kind
  /// The length in bytes, cut at the end of the text.
  var length: Int

  @inline(__always)
  init(_ bytes: Span<UInt8>, at position: Int, end: Int) {
    let byte = bytes[position]
    if byte < 0x80 {
      length = 1
      kind =
        byte.isASCIILetter
        ? .letter
        : byte.isASCIIDigit
          ? .digit
          : byte == UInt8(ascii: "'")
            ? .apostrophe : byte == UInt8(ascii: ".") ? .period : .other
      return
    }
    length = min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1, end - position)
    kind = .letter
    if byte == 0xC2 || byte == 0xC3 && length == 2 && bytes[position + 1] | 0x20 == 0xB7 {
      // Latin-1 punctuation, and the signs of multiplication and division.
      kind = .other
    } else if byte == 0xE2, length == 3, bytes[position + 1] < 0xB0 {
      kind = bytes[position + 1] == 0x80 && bytes[position + 2] == 0x99 ? .apostrophe : .other
    } else if byte == 0xE3, length == 3, bytes[position + 1] == 0x80 {
      kind = .other
    }
  }

  /// Returns the kind of separator of a scalar that is neither a letter nor a digit.
  static func punctuation(_ bytes: Span<UInt8>, at range: Range<Int>) -> Punctuation {
    let first = bytes[range.lowerBound]
    if range.count == 1 {
      switch first {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): return .space
      case UInt8(ascii: "\n"): return .newline
      case UInt8(ascii: "-"): return .hyphen
      case UInt8(ascii: "/"): return .slash
      case UInt8(ascii: ","): return .comma
      case UInt8(ascii: "&"): return .ampersand
      case UInt8(ascii: "."): return .period
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"):
        return .parenthesis
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return .quote
      case UInt8(ascii: "*"), UInt8(ascii: "_"): return .markup
      default: return .other
      }
    }
    if first == 0xC2 {
      let second = bytes[range.lowerBound + 1]
      return second == 0xA0 ? .space : second == 0xAB || second == 0xBB ? .quote : .other
    }
    guard first == 0xE2, range.count == 3, bytes[range.lowerBound + 1] == 0x80 else {
      return .other
    }
    switch bytes[range.lowerBound + 2] {
    case 0x80...0x8B, 0xAF: return .space
    case 0x90...0x93: return .hyphen
    case 0x98...0x9F: return .quote
    default: return .other
    }
  }
}

extension UInt8 {
  @inline(__always)
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
  @inline(__always)
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
}

extension Span<UInt8> {
  /// A Boolean value that indicates whether any byte is an ASCII digit.
  var holdsDigit: Bool {
    for index in indices where self[index].isASCIIDigit { return true }
    return false
  }

  @inline(__always)
  func begins(with prefix: StaticString) -> Bool {
    count >= prefix.utf8CodeUnitCount && equals(prefix, at: 0)
  }

  @inline(__always)
  func ends(with suffix: StaticString) -> Bool {
    count >= suffix.utf8CodeUnitCount && equals(suffix, at: count - suffix.utf8CodeUnitCount)
  }

  @inline(__always)
  private func equals(_ text: StaticString, at start: Int) -> Bool {
    for index in 0..<text.utf8CodeUnitCount where self[start + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  /// Returns whether the letter at `position` is a capital in ASCII, Latin-1, Latin Extended-A,
  /// Greek or Cyrillic; letters of other scripts count as lower case.
  @inline(__always)
  func isUppercase(at position: Int, end: Int) -> Bool {
    let byte = self[position]
    return byte < 0x80 ? byte &- 0x41 < 26 : isUppercaseBeyondASCII(at: position, end: end)
  }

  private func isUppercaseBeyondASCII(at position: Int, end: Int) -> Bool {
    let byte = self[position]
    guard position + 1 < end else { return false }
    let next = self[position + 1]
    return switch byte {
    case 0xC3: next <= 0x9E && next != 0x97
    case 0xC4, 0xC5: next & 1 == 0
    case 0xCE: next >= 0x91 && next <= 0xA9
    case 0xD0: next <= 0xAF
    default: false
    }
  }
}
