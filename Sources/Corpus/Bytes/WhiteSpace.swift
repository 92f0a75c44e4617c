extension Span<UInt8> {
  /// Returns the length of the white space character at `index`, or 0 if there is none.
  ///
  /// Invisible format characters (zero width space, byte order mark) count as white space, so that
  /// a line with nothing else is blank.
  func spaceLength(at index: Int, before end: Int) -> Int {
    let byte = self[index]
    if byte <= 0x20 { return 1 }
    guard byte >= 0xC2 else { return 0 }
    if byte == 0xC2 {
      guard index + 1 < end else { return 0 }
      return self[index + 1] == 0xA0 || self[index + 1] == 0x85 ? 2 : 0
    }
    guard byte == 0xE2 || byte == 0xE3 || byte == 0xE1 || byte == 0xEF, index + 2 < end else {
      return 0
    }
    return Self.isSpace(byte, self[index + 1], self[index + 2]) ? 3 : 0
  }

  /// Returns the length of the white space character that ends at `index`, or 0 if there is none.
  func spaceLength(endingAt index: Int, after start: Int) -> Int {
    let byte = self[index - 1]
    if byte <= 0x20 { return 1 }
    guard byte >= 0x80, byte < 0xC0, index - 2 >= start else { return 0 }
    if self[index - 2] == 0xC2 { return byte == 0xA0 || byte == 0x85 ? 2 : 0 }
    guard index - 3 >= start else { return 0 }
    return Self.isSpace(self[index - 3], self[index - 2], byte) ? 3 : 0
  }

  /// Returns whether three bytes of UTF-8 encode U+1680, U+2000…200F, U+2028, U+2029, U+202F,
  /// U+205F, U+2060, U+3000 or U+FEFF.
  private static func isSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE2, 0x80): third <= 0x8F || third == 0xA8 || third == 0xA9 || third == 0xAF
    case (0xE2, 0x81): third == 0x9F || third == 0xA0
    case (0xE3, 0x80): third == 0x80
    case (0xE1, 0x9A): third == 0x80
    case (0xEF, 0xBB): third == 0xBF
    default: false
    }
  }

  /// A Boolean value that indicates whether the bytes contain anything but white space.
  var hasWord: Bool {
    var index = 0
    while index < count {
      let length = spaceLength(at: index, before: count)
      if length == 0 { return true }
      index += length
    }
    return false
  }

  /// Returns the number of words in `range`: runs between white space, but at least one word for
  /// every 16 bytes, so that text in a script without spaces has a size too.
  ///
  /// - Complexity: O(*n*), where *n* is the length of `range`.
  func wordCount(in range: Range<Int>) -> Int {
    var words = 0
    var wasSpace: UInt8 = 1
    for index in range {
      let isSpace: UInt8 = self[index] <= 0x20 ? 1 : 0
      words &+= Int(wasSpace & ~isSpace)
      wasSpace = isSpace
    }
    return Swift.max(words, range.count / 16)
  }
}
