/// Steps through bytes that may be damaged, in inner loops. Unlike a ``ByteReader``, which throws
/// errors, a cursor returns nil, and the caller handles all failures at once.
///
/// ```swift
/// guard var cursor = ByteCursor(bytes, at: 0), let count = cursor.takeVarint() else { return nil }
/// ```
///
/// - Important: The bytes must outlive the cursor.
public struct ByteCursor {
  @usableFromInline var position: UnsafeRawPointer
  @usableFromInline let end: UnsafeRawPointer

  /// Creates a cursor at an offset. Returns nil if `offset` is outside the bytes.
  @inlinable
  public init?(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    guard let start = bytes.baseAddress, offset >= 0, offset <= bytes.count else { return nil }
    position = start + offset
    end = start + bytes.count
  }

  /// The address of the next byte.
  @inlinable @inline(__always)
  public var next: UnsafeRawPointer { position }

  /// The number of remaining bytes.
  @inlinable @inline(__always)
  public var remaining: Int { end - position }

  /// The next eight bytes, which are not consumed, or nil if there are fewer.
  @inlinable @inline(__always)
  var word: UInt64? {
    remaining >= 8 ? UInt64(littleEndian: position.loadUnaligned(as: UInt64.self)) : nil
  }

  /// Consumes a varint of at most ten bytes. Returns nil if it is longer or if the bytes end. See
  /// ``ByteWriter/appendVarint(_:)-(UInt64)``.
  @inlinable @inline(__always)
  public mutating func takeVarint() -> UInt64? {
    if let word, word & 0x80 == 0 {
      position += 1
      return word & 0x7F
    }
    return takeLongVarint()
  }

  /// Consumes a byte. Returns nil at the end of the bytes.
  @inlinable @inline(__always)
  public mutating func takeByte() -> UInt8? {
    guard position < end else { return nil }
    defer { position += 1 }
    return position.load(as: UInt8.self)
  }

  /// Skips a varint. Returns `false` at the end of the bytes.
  @inlinable @inline(__always)
  public mutating func skipVarint() -> Bool {
    if let word, case let ends = ~word & 0x8080_8080_8080_8080, ends != 0 {
      position += (ends.trailingZeroBitCount &+ 1) >> 3
      return true
    }
    return takeLongVarint() != nil
  }

  /// Consumes `count` bytes. Returns nil if there are fewer.
  ///
  /// - Precondition: `count` is not negative.
  @inlinable @inline(__always)
  public mutating func takeBytes(_ count: Int) -> UnsafeRawBufferPointer? {
    guard count <= remaining else { return nil }
    defer { position += count }
    return UnsafeRawBufferPointer(start: position, count: count)
  }

  @usableFromInline @inline(never)
  mutating func takeLongVarint() -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < end, shift <= 63 {
      let byte = position.load(as: UInt8.self)
      position += 1
      value |= UInt64(byte & 0x7F) &<< shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }
}
