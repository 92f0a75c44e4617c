extension Span<UInt8> {
  /// Returns the length in bytes of the white-space character at `index`, or 0 if there is none.
  ///
  /// White space is every character with the Unicode property `White_Space`, and also U+200B and
  /// U+FEFF, which are just as invisible.
  ///
  /// - Parameters:
  ///   - index: The index of the character.
  ///   - end: The index at or before which the character must end, at most `count`.
  @inlinable
  public func whiteSpaceLength(at index: Int, before end: Int) -> Int {
    guard index < end else { return 0 }
    let byte = self[index]
    if byte < 0x80 { return byte.isASCIIWhiteSpace ? 1 : 0 }
    return whiteSpaceLengthBeyondASCII(byte, at: index, before: end)
  }

  /// Returns the length in bytes of the white-space character that ends at `index`, or 0 if there
  /// is none.
  ///
  /// - Parameters:
  ///   - index: The index after the character.
  ///   - start: The index at or after which the character must begin.
  @inlinable
  public func whiteSpaceLength(endingAt index: Int, after start: Int) -> Int {
    guard index > start else { return 0 }
    let byte = self[index - 1]
    if byte < 0x80 { return byte.isASCIIWhiteSpace ? 1 : 0 }
    for length in 2...3 where index - length >= start && self[index - length] >= 0xC2 {
      return whiteSpaceLength(at: index - length, before: index) == length ? length : 0
    }
    return 0
  }

  @usableFromInline
  func whiteSpaceLengthBeyondASCII(_ byte: UInt8, at index: Int, before end: Int) -> Int {
    guard index + 1 < end else { return 0 }
    let second = self[index + 1]
    if byte == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard index + 2 < end else { return 0 }
    let third = self[index + 2]
    let isSpace =
      switch (byte, second) {
      case (0xE1, 0x9A): third == 0x80
      case (0xE2, 0x80):
        (0x80...0x8B).contains(third) || third == 0xA8 || third == 0xA9 || third == 0xAF
      case (0xE2, 0x81): third == 0x9F
      case (0xE3, 0x80): third == 0x80
      case (0xEF, 0xBB): third == 0xBF
      default: false
      }
    return isSpace ? 3 : 0
  }
}
