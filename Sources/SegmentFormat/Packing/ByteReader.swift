/// Reads the format's primitive values from bytes that may be damaged: every read is checked, and
/// what does not fit is a `FormatError`, never a trap.
struct ByteReader {
  let bytes: UnsafeRawBufferPointer
  private(set) var offset: Int

  init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  var remaining: Int { bytes.count - offset }

  mutating func read<T: FixedWidthInteger>(_ type: T.Type) throws(FormatError) -> T {
    let size = MemoryLayout<T>.size
    try require(size)
    let value = bytes.loadUnaligned(fromByteOffset: offset, as: T.self)
    offset += size
    return T(littleEndian: value)
  }

  /// See `ByteWriter.appendVarint`; at most ten bytes.
  @inline(__always)
  mutating func readVarint() throws(FormatError) -> UInt64 {
    // Most are a single byte.
    if offset < bytes.count, case let byte = bytes[offset], byte < 0x80 {
      offset &+= 1
      return UInt64(byte)
    }
    return try readLongVarint()
  }

  @inline(never)
  private mutating func readLongVarint() throws(FormatError) -> UInt64 {
    if let value = readShortVarint() { return value }
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      try require(1)
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
      if shift > 63 { throw FormatError(.malformed, offset: offset) }
    }
  }

  /// A varint of up to eight bytes, from one load; nil where there is none or the bytes end.
  @inline(__always)
  private mutating func readShortVarint() -> UInt64? {
    guard remaining >= 8 else { return nil }
    var word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let ends = ~word & 0x8080_8080_8080_8080
    guard ends != 0 else { return nil }
    let bits = ends.trailingZeroBitCount &+ 1
    offset &+= bits >> 3
    word &= 0x7F7F_7F7F_7F7F_7F7F & (UInt64.max &>> UInt64(64 &- bits))
    // Closes the gaps of a bit between bytes, of two between pairs, of four between fours.
    word = word & 0x007F_007F_007F_007F | (word & 0x7F00_7F00_7F00_7F00) >> 1
    word = word & 0x0000_3FFF_0000_3FFF | (word & 0x3FFF_0000_3FFF_0000) >> 2
    return word & 0x0FFF_FFFF | (word & 0x0FFF_FFFF_0000_0000) >> 4
  }

  /// A varint that counts or addresses something in memory.
  @inline(__always)
  mutating func readCount(atMost limit: Int = Int(Int32.max)) throws(FormatError) -> Int {
    let value = try readVarint()
    guard value <= UInt64(limit) else { throw FormatError(.malformed, offset: offset) }
    return Int(value)
  }

  @inline(__always)
  mutating func readBytes(_ count: Int) throws(FormatError) -> UnsafeRawBufferPointer {
    guard count >= 0 else { throw FormatError(.malformed, offset: offset) }
    try require(count)
    defer { offset &+= count }
    // Checked already; a slice would check it all again.
    return UnsafeRawBufferPointer(start: bytes.baseAddress.map { $0 + offset }, count: count)
  }

  mutating func readString() throws(FormatError) -> String {
    let count = try readCount()
    return String(decoding: try readBytes(count), as: UTF8.self)
  }

  @inline(__always)
  private func require(_ count: Int) throws(FormatError) {
    guard count <= remaining else { throw truncation(count) }
  }

  @inline(never)
  private func truncation(_ count: Int) -> FormatError {
    FormatError(.truncated(expected: offset + count, found: bytes.count), offset: offset)
  }
}
