extension Span<UInt8> {
  /// The text in `range`; broken sequences are repaired.
  func string(in range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// The end of the last white space in `range`, else the last place where a character begins.
  func lastBreak(in range: Range<Int>) -> Int {
    var index = range.upperBound
    while index > range.lowerBound, self[index - 1] > 0x20 { index -= 1 }
    if index > range.lowerBound { return index }
    index = range.upperBound
    while index - 1 > range.lowerBound, index < count, self[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}
