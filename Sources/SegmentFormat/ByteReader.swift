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
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
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
