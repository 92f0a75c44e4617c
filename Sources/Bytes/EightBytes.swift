/// Reads bytes eight at a time.
extension Span<UInt8> {
  /// Returns the eight bytes from `index` on, which must be at least 0. The first byte is the lowest,
  /// and bytes beyond the end are 0.
  @inlinable
  @inline(__always)
  public func eightBytes(at index: Int) -> UInt64 {
    precondition(index >= 0)
    let left = count &- index
    if left >= 8 { return load(UInt64.self, at: index).littleEndian }
    // The last bytes are read with a few before them, which both reads agree on.
    if left >= 4 {
      let first = UInt64(load(UInt32.self, at: index).littleEndian)
      let last = UInt64(load(UInt32.self, at: count &- 4).littleEndian)
      return first | last &<< UInt64(truncatingIfNeeded: 8 &* (left &- 4))
    }
    if left >= 2 {
      let first = UInt64(load(UInt16.self, at: index).littleEndian)
      let last = UInt64(load(UInt16.self, at: count &- 2).littleEndian)
      return first | last &<< UInt64(truncatingIfNeeded: 8 &* (left &- 2))
    }
    return left > 0 ? UInt64(self[unchecked: index]) : 0
  }

  /// Returns the first index within a range that holds a byte, or nil if there is none.
  ///
  /// - Complexity: O(*n*) in the length of the range.
  @inlinable
  public func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    let wanted = UInt64.repeating(byte)
    var index = range.lowerBound
    while index &+ 8 <= range.upperBound {
      let other = load(UInt64.self, at: index).littleEndian ^ wanted
      // Subtracting borrows from the places above a byte that is 0, but the lowest mark is exact.
      let marks = (other &- UInt64.repeating(1)) & ~other & UInt64.repeating(0x80)
      if marks != 0 { return index &+ marks.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < range.upperBound {
      if self[unchecked: index] == byte { return index }
      index &+= 1
    }
    return nil
  }

  @inlinable
  @inline(__always)
  func load<Value: FixedWidthInteger & BitwiseCopyable>(_ type: Value.Type, at index: Int) -> Value
  {
    bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: type)
  }
}

/// Operations on eight bytes at once.
extension UInt64 {
  /// A number with this byte in all places.
  @inlinable
  @inline(__always)
  static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// A mark, the high bit, for each byte in a range of ASCII. The other bits are 0.
  @inlinable
  @inline(__always)
  func marks(from first: UInt8, through last: UInt8) -> UInt64 {
    // With the high bits cleared, the additions do not carry into the next byte.
    let low = self & Self.repeating(0x7F)
    let reached = low &+ Self.repeating(0x80 &- first)
    let passed = low &+ Self.repeating(0x7F &- last)
    return reached & ~passed & ~self & Self.repeating(0x80)
  }

  /// The bytes with ASCII capitals in lower case.
  @inlinable
  @inline(__always)
  public var withLowercaseLetters: UInt64 {
    self | marks(from: UInt8(ascii: "A"), through: UInt8(ascii: "Z")) &>> 2
  }

  /// The number of bytes before the first that is no ASCII letter, up to eight.
  @inlinable
  @inline(__always)
  public var leadingLetterCount: Int {
    let lower = self | Self.repeating(0x20)
    let letters = lower.marks(from: UInt8(ascii: "a"), through: UInt8(ascii: "z"))
    return (~letters & Self.repeating(0x80)).trailingZeroBitCount / 8
  }

  /// Returns the first `count` bytes, from 0 to 8. The others are 0.
  @inlinable
  @inline(__always)
  public func firstBytes(_ count: Int) -> UInt64 {
    self & ~(UInt64.max << UInt64(truncatingIfNeeded: 8 &* count))
  }

  /// The number of ASCII capitals, if all bytes are ASCII letters or 0.
  @inlinable
  @inline(__always)
  public var capitalCount: Int {
    // Letters have the bit of 0x40, those in lower case also that of 0x20.
    let capitals = ~self & self &>> 1 & Self.repeating(0x20)
    return Int(truncatingIfNeeded: ((capitals &>> 5) &* 0x0101_0101_0101_0101) &>> 56)
  }
}
