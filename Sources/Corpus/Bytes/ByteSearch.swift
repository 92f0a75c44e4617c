import Glibc

extension Range<Int> {
  /// Returns the range without its first `count` numbers.
  func dropFirst(_ count: Int) -> Range<Int> {
    Swift.min(lowerBound + count, upperBound)..<upperBound
  }
}

extension Span<UInt8> {
  func isDigit(at index: Int) -> Bool {
    self[index] >= UInt8(ascii: "0") && self[index] <= UInt8(ascii: "9")
  }

  /// Returns the number of repetitions of `byte` at the beginning of `range`.
  func runLength(of byte: UInt8, in range: Range<Int>) -> Int {
    var length = 0
    for index in range {
      if self[index] != byte { break }
      length += 1
    }
    return length
  }

  /// Returns whether the bytes in `range` begin with `text`.
  func starts(_ range: Range<Int>, with text: StaticString) -> Bool {
    guard text.utf8CodeUnitCount <= range.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where self[range.lowerBound + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Returns whether all bytes in `range` occur in `set`.
  func consists(_ range: Range<Int>, of set: StaticString) -> Bool {
    let set = UnsafeBufferPointer(start: set.utf8Start, count: set.utf8CodeUnitCount)
    for index in range where !set.contains(self[index]) { return false }
    return true
  }

  /// Returns the first occurrence of `text` in `range`.
  func firstRange(of text: StaticString, in range: Range<Int>) -> Range<Int>? {
    var rest = range
    while let start = firstIndex(of: text.utf8Start[0], in: rest) {
      rest = start..<range.upperBound
      if starts(rest, with: text) { return start..<(start + text.utf8CodeUnitCount) }
      rest = rest.dropFirst(1)
    }
    return nil
  }

  /// Returns the start of the line that ends at `end`, or `start` if the line begins before that.
  func lineStart(before end: Int, after start: Int) -> Int {
    var index = end
    while index > start, self[index - 1] != 0x0A { index -= 1 }
    return index
  }

  /// Returns whether a line closes a code block: it repeats the fence's mark at least as often as
  /// the opening line and contains nothing else.
  func isClosingFence(_ content: Range<Int>, mark: UInt8, length: Int) -> Bool {
    content.count >= length && runLength(of: mark, in: content) == content.count
  }

  /// Returns whether `content` consists of HTML tags and white space.
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

extension [UInt8] {
  /// Returns the last index of `byte` at or after `start`.
  func lastIndex(of byte: UInt8, from start: Int) -> Int? {
    let span = span
    var index = count
    while index > start {
      index -= 1
      if span[index] == byte { return index }
    }
    return nil
  }

  /// Returns the number of occurrences of `byte`.
  func count(of byte: UInt8) -> Int {
    span.count(of: byte)
  }
}

extension Span<UInt8> {
  /// Returns the first index of `byte` in `range`.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    withUnsafeBytes { bytes in
      guard !range.isEmpty, let base = bytes.baseAddress,
        let found = memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  func count(of byte: UInt8) -> Int {
    var total = 0
    for index in indices where self[index] == byte { total += 1 }
    return total
  }
}

extension Span<UInt8> {
  /// Returns the text in `range`, with invalid UTF-8 repaired.
  func string(in range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// Returns the end of the last white space in `range`, or the last character boundary if there is
  /// none.
  func lastBreak(in range: Range<Int>) -> Int {
    var index = range.upperBound
    while index > range.lowerBound, self[index - 1] > 0x20 { index -= 1 }
    if index > range.lowerBound { return index }
    index = range.upperBound
    while index - 1 > range.lowerBound, index < count, self[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}
