import Bytes

extension Span<UInt8> {
  /// Returns `range` without white space at its ends and without list or heading marks before it,
  /// or nil if nothing remains.
  func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isSpace(start) || isMark(start, end) { start += 1 }
    // A bullet in Unicode.
    if end - start > 3, self[start] == 0xE2, self[start + 1] == 0x80, self[start + 2] == 0xA2 {
      start += 3
      while start < end, isSpace(start) { start += 1 }
    }
    while end > start, isSpace(end - 1) { end -= 1 }
    return start < end ? start..<end : nil
  }

  private func isSpace(_ index: Int) -> Bool {
    let byte = self[index]
    return byte == 0x20 || byte &- 9 < 5
  }

  /// Returns whether a mark of a list, heading or quotation is at `index`: `*`, `-`, `+`, `#` or
  /// `>` before a space, or `#` before another one. The `*` of emphasis is not such a mark.
  private func isMark(_ index: Int, _ end: Int) -> Bool {
    switch self[index] {
    case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ">"):
      return index + 1 < end && isSpace(index + 1)
    case UInt8(ascii: "#"):
      return index + 1 < end && (isSpace(index + 1) || self[index + 1] == UInt8(ascii: "#"))
    default: return false
    }
  }

  /// Returns the number of words separated by white space.
  ///
  /// - Parameters:
  ///   - range: A range in bytes.
  ///   - isInsideWord: A Boolean value that indicates whether the range may begin with the rest of a
  ///     word, which is not counted.
  func wordCount(_ range: Range<Int>, isInsideWord: Bool = false) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= self.count)
    var words = 0
    // The mark of white space before the next eight bytes.
    var before: UInt64 = isInsideWord ? 0 : 0x80
    var index = range.lowerBound
    while index < range.upperBound {
      let spaces = eightBytes(at: index).whiteSpaceMarks
      let starts = ~spaces & (spaces << 8 | before)
      words &+= starts.firstBytes(Swift.min(8, range.upperBound &- index)).markCount
      before = spaces &>> 56
      index &+= 8
    }
    return words
  }
}
