/// A view of bytes that can be read at any index from 0 on. Bytes beyond the end read as 0, which
/// every rule of this module treats as a separator, so that looking ahead requires no bounds
/// checks.
struct ByteView {
  let base: UnsafePointer<UInt8>
  let count: Int

  /// Creates a view of a buffer, or returns nil if the buffer is empty.
  ///
  /// - Important: The buffer must outlive the view.
  init?(_ buffer: UnsafeBufferPointer<UInt8>) {
    guard let base = buffer.baseAddress, !buffer.isEmpty else { return nil }
    self.base = base
    count = buffer.count
  }

  subscript(index: Int) -> UInt8 { index < count ? base[index] : 0 }

  /// Returns the scalar that starts at `index` and its length in bytes, or nil if the bytes are not
  /// well-formed UTF-8 (The Unicode Standard, table 3-7).
  func scalar(at index: Int) -> (value: UInt32, length: Int)? {
    let first = self[index]
    switch first {
    case 0..<0x80:
      return (UInt32(first), 1)
    case 0xC2...0xDF:
      guard let second = continuation(at: index + 1) else { return nil }
      return (UInt32(first & 0x1F) << 6 | second, 2)
    case 0xE0...0xEF:
      guard let second = continuation(at: index + 1), let third = continuation(at: index + 2)
      else { return nil }
      let value = UInt32(first & 0x0F) << 12 | second << 6 | third
      return value >= 0x800 && !(0xD800...0xDFFF).contains(value) ? (value, 3) : nil
    case 0xF0...0xF4:
      guard let second = continuation(at: index + 1), let third = continuation(at: index + 2),
        let fourth = continuation(at: index + 3)
      else { return nil }
      let value = UInt32(first & 0x07) << 18 | second << 12 | third << 6 | fourth
      return (0x10000...0x10FFFF).contains(value) ? (value, 4) : nil
    default:
      return nil
    }
  }

  private func continuation(at index: Int) -> UInt32? {
    let byte = self[index]
    return byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
  }
}

/// Reads a text eight bytes at a time.
extension ByteView {
  /// Returns the eight bytes from `index` on. The first byte is the lowest.
  @inline(__always)
  func eightBytes(at index: Int) -> UInt64 {
    if index + 8 <= count {
      return UInt64(
        littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
    }
    var bytes: UInt64 = 0
    for place in 0..<max(0, count - index) {
      bytes |= UInt64(base[index + place]) << UInt64(8 * place)
    }
    return bytes
  }

  /// Returns the first index at or after `index` that holds no ASCII letter or digit.
  @inline(__always)
  func alphanumericEnd(from index: Int) -> Int {
    var end = index
    while true {
      let others = ~eightBytes(at: end).alphanumericMarks & UInt64.highBits
      if others != 0 { return end + others.trailingZeroBitCount / 8 }
      end += 8
    }
  }

  /// Returns the first index at or after `index` that holds no ASCII letter, digit or space, up to
  /// `limit`.
  @inline(__always)
  func plainEnd(from index: Int, before limit: Int) -> Int {
    var end = index
    while end < limit {
      let bytes = eightBytes(at: end)
      let others = ~(bytes.alphanumericMarks | bytes.spaceMarks) & UInt64.highBits
      if others != 0 { return min(end + others.trailingZeroBitCount / 8, limit) }
      end += 8
    }
    return max(min(end, limit), index)
  }

  /// Returns the first index at or after `index` that holds neither an ASCII letter or digit nor a
  /// single space, up to `limit`. Of several spaces, it is the second one.
  @inline(__always)
  func wordsEnd(from index: Int, before limit: Int) -> Int {
    var end = index
    var spaceBefore: UInt64 = index > 0 && base[index - 1] == UInt8(ascii: " ") ? 0x80 : 0
    while end < limit {
      let bytes = eightBytes(at: end)
      let spaces = bytes.spaceMarks & UInt64.highBits
      let others =
        ~(bytes.alphanumericMarks | spaces) & UInt64.highBits
        | spaces & (spaces << 8 | spaceBefore)
      if others != 0 { return min(end + others.trailingZeroBitCount / 8, limit) }
      spaceBefore = spaces >> 56
      end += 8
    }
    return max(min(end, limit), index)
  }

  /// Returns the end of the range without the spaces at its end.
  @inline(__always)
  func contentEnd(from start: Int, before end: Int) -> Int {
    var content = end
    while content > start, base[content - 1] == UInt8(ascii: " ") { content -= 1 }
    return content
  }

  /// Returns the index of the last space in the range, or nil if there is none.
  @inline(__always)
  func lastSpace(from start: Int, before end: Int) -> Int? {
    var index = end
    while index > start {
      index -= 1
      if base[index] == UInt8(ascii: " ") { return index }
    }
    return nil
  }

  /// Returns the first index at or after `start` that holds no space.
  @inline(__always)
  func firstContent(from start: Int) -> Int {
    var index = start
    while self[index] == UInt8(ascii: " ") { index += 1 }
    return index
  }
}

/// Operations on eight bytes at once. A match is marked by the high bit of its byte; the other bits
/// of the marks are meaningless.
extension UInt64 {
  fileprivate static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The marks of ASCII letters and digits.
  @inline(__always)
  fileprivate var alphanumericMarks: UInt64 {
    // With the high bits cleared, the additions do not carry into the next byte.
    let low = self & ~Self.highBits
    let lower = low | 0x20 &* Self.ones
    let letters = (lower &+ (0x80 - 0x61) &* Self.ones) & ~(lower &+ (0x80 - 0x7B) &* Self.ones)
    let digits = (low &+ (0x80 - 0x30) &* Self.ones) & ~(low &+ (0x80 - 0x3A) &* Self.ones)
    return (letters | digits) & ~self
  }

  /// The number of bytes before the first that is no ASCII letter or digit, up to eight.
  @inline(__always)
  var alphanumericLength: Int {
    (~alphanumericMarks & Self.highBits).trailingZeroBitCount / 8
  }

  @inline(__always)
  fileprivate var spaceMarks: UInt64 {
    let other = self ^ 0x20 &* Self.ones
    return ~((other & ~Self.highBits) &+ 0x7F &* Self.ones | other)
  }

  /// The bytes in lower case, if they are ASCII letters and digits.
  @inline(__always)
  var lowercased: UInt64 { self | 0x20 &* Self.ones }
}
