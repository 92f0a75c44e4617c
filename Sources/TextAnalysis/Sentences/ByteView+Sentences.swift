import Bytes
import CUnicode

/// The tests that the sentence rules apply at a position of a text.
extension ByteView {
  /// Returns the first index at or after `index` that holds no ASCII letter.
  func letterEnd(from index: Int) -> Int {
    var end = index
    while self[end].isASCIILetter { end += 1 }
    return end
  }

  /// Returns the length in bytes of the white space scalar at `index`, or 0 if there is none.
  /// U+200B and U+FEFF count because they are invisible.
  func whiteSpaceLength(at index: Int) -> Int {
    let byte = self[index]
    if byte < 0x80 { return byte.isASCIIWhiteSpace ? 1 : 0 }
    guard let scalar = scalar(at: index) else { return 0 }
    switch scalar.value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      return scalar.length
    default:
      return 0
    }
  }

  /// Returns the first index at or after `start` that holds no white space, and the number of line
  /// feeds before it.
  func skippingWhiteSpace(from start: Int) -> (index: Int, lineBreaks: Int) {
    var index = start
    var lineBreaks = 0
    while case let length = whiteSpaceLength(at: index), length > 0 {
      if self[index] == UInt8(ascii: "\n") { lineBreaks += 1 }
      index += length
    }
    return (index, lineBreaks)
  }

  func isSpaceOrEnd(at index: Int) -> Bool { index >= count || whiteSpaceLength(at: index) > 0 }

  /// Returns whether a letter, a digit or an apostrophe immediately precedes `index`.
  func isInsideWord(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let byte = self[index - 1]
    if byte < 0x80 { return byte.asciiFolded != 0 || byte == UInt8(ascii: "'") }
    var start = index - 1
    while start > 0, index - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    guard let scalar = scalar(at: start) else { return false }
    if scalar.value == 0x2019 { return true }
    switch utf8proc_category(Int32(bitPattern: scalar.value)) {
    case UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LL, UTF8PROC_CATEGORY_LT, UTF8PROC_CATEGORY_LM,
      UTF8PROC_CATEGORY_LO, UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_ND:
      return true
    default:
      return false
    }
  }

  /// Returns whether a range holds at most three bytes, all of them digits, such as the numbers of
  /// a list within a line.
  func isShortNumber(_ range: Range<Int>) -> Bool {
    range.count <= 3 && range.allSatisfy { self[$0].isASCIIDigit }
  }

  func runLength(of byte: UInt8, from start: Int, atMost limit: Int) -> Int {
    var length = 0
    while length < limit, self[start + length] == byte { length += 1 }
    return length
  }

  /// Returns the length in bytes of the stop at `index` (. ! ? … or a full-width form), or 0 if
  /// there is none.
  func stopLength(at index: Int) -> Int {
    switch self[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): 1
    case 0xE2: self[index + 1] == 0x80 && self[index + 2] == 0xA6 ? 3 : 0
    default: isFullWidthStop(at: index) ? 3 : 0
    }
  }

  /// Returns whether a full-width stop (。 ！ ？) is at `index`, which needs no space after it.
  func isFullWidthStop(at index: Int) -> Bool {
    switch self[index] {
    case 0xE3: self[index + 1] == 0x80 && self[index + 2] == 0x82
    case 0xEF: self[index + 1] == 0xBC && (self[index + 2] == 0x81 || self[index + 2] == 0x9F)
    default: false
    }
  }

  /// Returns the end of the closing quotes, brackets, emphasis marks and note numbers (`[12]`) at
  /// `start`.
  func skippingClosers(from start: Int) -> Int {
    var index = start
    while true {
      switch self[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
        UInt8(ascii: "}"), UInt8(ascii: "*"), UInt8(ascii: "_"):
        index += 1
      case UInt8(ascii: "["), UInt8(ascii: " "):
        guard let end = noteNumberEnd(at: index) else { return index }
        index = end
      case 0x80...:
        guard let scalar = scalar(at: index), Self.isCloser(scalar.value) else { return index }
        index += scalar.length
      default:
        return index
      }
    }
  }

  /// Returns the end of a note number such as `[12]` at `start`, with or without a space before it,
  /// or nil if there is none.
  private func noteNumberEnd(at start: Int) -> Int? {
    var index = self[start] == UInt8(ascii: " ") ? start + 1 : start
    guard self[index] == UInt8(ascii: "[") else { return nil }
    index += 1
    let digits = index
    while index - digits < 4, self[index].isASCIIDigit { index += 1 }
    return index > digits && self[index] == UInt8(ascii: "]") ? index + 1 : nil
  }

  /// Returns whether a scalar is ’ ” » › or a closing bracket of Chinese and Japanese.
  private static func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2019, 0x201D, 0x00BB, 0x203A, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0xFF09: true
    default: false
    }
  }

  /// Returns whether a sentence may begin at `start`: with a quote, a digit, a letter that is not
  /// lower-case, or one of # $ @ `, after any brackets, dashes and emphasis marks.
  func canBeginSentence(at start: Int) -> Bool {
    var index = start
    for _ in 0..<8 {
      guard let scalar = scalar(at: index) else { return true }
      switch scalar.value {
      case 0x22, 0x27, 0x201C, 0x2018, 0x201E, 0xAB, 0x2039, 0x300C, 0x300E:
        return true
      case 0x28, 0x5B, 0x7B, 0x2A, 0x5F, 0xBF, 0xA1, 0x2D, 0x2013, 0x2014:
        index += scalar.length
      case 0x30...0x39, 0x41...0x5A, 0x23, 0x24, 0x40, 0x60:
        return true
      case 0x80...:
        return utf8proc_category(Int32(bitPattern: scalar.value)) != UTF8PROC_CATEGORY_LL
      default:
        return false
      }
    }
    return true
  }
}
