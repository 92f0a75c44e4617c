import Glibc

extension [UInt8] {
  /// The last place of `byte` at or after `start`.
  func lastIndex(of byte: UInt8, from start: Int) -> Int? {
    let span = span
    var index = count
    while index > start {
      index -= 1
      if span[index] == byte { return index }
    }
    return nil
  }

  /// How often `byte` occurs.
  func count(of byte: UInt8) -> Int {
    span.count(of: byte)
  }
}

extension Span<UInt8> {
  /// The first place of `byte` in `range`.
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
