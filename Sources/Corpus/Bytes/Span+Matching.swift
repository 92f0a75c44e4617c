extension Range<Int> {
  /// Without its first `count` numbers.
  func dropFirst(_ count: Int) -> Range<Int> {
    Swift.min(lowerBound + count, upperBound)..<upperBound
  }
}

extension Span<UInt8> {
  func isDigit(at index: Int) -> Bool {
    self[index] >= UInt8(ascii: "0") && self[index] <= UInt8(ascii: "9")
  }

  /// How many of `byte` stand at the beginning of `range`.
  func runLength(of byte: UInt8, in range: Range<Int>) -> Int {
    var length = 0
    for index in range {
      if self[index] != byte { break }
      length += 1
    }
    return length
  }

  /// Whether `range` begins with `text`.
  func starts(_ range: Range<Int>, with text: StaticString) -> Bool {
    guard text.utf8CodeUnitCount <= range.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where self[range.lowerBound + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether all bytes of `range` are among those of `set`.
  func consists(_ range: Range<Int>, of set: StaticString) -> Bool {
    let set = UnsafeBufferPointer(start: set.utf8Start, count: set.utf8CodeUnitCount)
    for index in range where !set.contains(self[index]) { return false }
    return true
  }

  /// The first place of `text` in `range`.
  func firstRange(of text: StaticString, in range: Range<Int>) -> Range<Int>? {
    var rest = range
    while let start = firstIndex(of: text.utf8Start[0], in: rest) {
      rest = start..<range.upperBound
      if starts(rest, with: text) { return start..<(start + text.utf8CodeUnitCount) }
      rest = rest.dropFirst(1)
    }
    return nil
  }

  /// Whether a line of code ends it: the fence's mark at least as often, and nothing else.
  func isClosingFence(_ content: Range<Int>, mark: UInt8, length: Int) -> Bool {
    content.count >= length && runLength(of: mark, in: content) == content.count
  }

  /// Whether there is nothing but HTML tags and white space in `content`.
  func isOnlyTags(_ content: Range<Int>) -> Bool {
    var isInTag = false
    for index in content {
      switch self[index] {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">"): isInTag = false
      default: if !isInTag && self[index] > 0x20 { return false }
      }
    }
    return !isInTag
  }
}
