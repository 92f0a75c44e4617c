/// Steps through bytes that may be damaged, for inner loops: where a `ByteReader` throws, nothing is
/// returned, and the caller gives up once for all.
struct ByteCursor {
  private(set) var next: UnsafeRawPointer
  private let end: UnsafeRawPointer

  /// Nil where `offset` lies outside the bytes.
  init?(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    guard let start = bytes.baseAddress, offset >= 0, offset <= bytes.count else { return nil }
    next = start + offset
    end = start + bytes.count
  }

  @inline(__always)
  var remaining: Int { end - next }

  /// The next eight bytes, not taken; nil where there are fewer.
  @inline(__always)
  private var word: UInt64? {
    remaining >= 8 ? UInt64(littleEndian: next.loadUnaligned(as: UInt64.self)) : nil
  }

  /// See `ByteWriter.appendVarint`; at most ten bytes.
  @inline(__always)
  mutating func takeVarint() -> UInt64? {
    if let word, word & 0x80 == 0 {
      next += 1
      return word & 0x7F
    }
    return takeLongVarint()
  }

  @inline(__always)
  mutating func takeByte() -> UInt8? {
    guard next < end else { return nil }
    defer { next += 1 }
    return next.load(as: UInt8.self)
  }

  /// Steps over a varint without making a number of it; false where there is none.
  @inline(__always)
  mutating func stepOverVarint() -> Bool {
    if let word, case let ends = ~word & 0x8080_8080_8080_8080, ends != 0 {
      next += (ends.trailingZeroBitCount &+ 1) >> 3
      return true
    }
    return takeLongVarint() != nil
  }

  /// Steps over bytes and returns them; `count` is not negative.
  @inline(__always)
  mutating func takeBytes(_ count: Int) -> UnsafeRawBufferPointer? {
    guard count <= remaining else { return nil }
    defer { next += count }
    return UnsafeRawBufferPointer(start: next, count: count)
  }

  @inline(never)
  private mutating func takeLongVarint() -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while next < end, shift <= 63 {
      let byte = next.load(as: UInt8.self)
      next += 1
      value |= UInt64(byte & 0x7F) &<< shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }
}
