/// Reads primitive values from bytes that may be damaged. Every read is checked, and invalid bytes
/// cause a ``FormatError``, never a trap. It is the counterpart of ``ByteWriter``.
///
///     var reader = ByteReader(bytes)
///     let version = try reader.read(UInt32.self)
///     let name = try reader.readString()
///
/// - Important: The bytes must outlive the reader.
public struct ByteReader {
  public let bytes: UnsafeRawBufferPointer
  @usableFromInline var position: Int

  @inlinable
  public init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    self.bytes = bytes
    position = offset
  }

  /// The index of the next byte.
  @inlinable @inline(__always)
  public var offset: Int { position }

  /// The number of remaining bytes.
  @inlinable @inline(__always)
  public var remaining: Int { bytes.count - position }

  @inlinable @inline(__always)
  public var isAtEnd: Bool { position == bytes.count }

  /// Reads a little-endian integer.
  @inlinable
  public mutating func read<T: FixedWidthInteger>(_ type: T.Type) throws(FormatError) -> T {
    let size = MemoryLayout<T>.size
    try require(size)
    let value = bytes.loadUnaligned(fromByteOffset: position, as: T.self)
    position += size
    return T(littleEndian: value)
  }

  /// Reads a varint of at most ten bytes. See ``ByteWriter/appendVarint(_:)-(UInt64)``.
  @inlinable @inline(__always)
  public mutating func readVarint() throws(FormatError) -> UInt64 {
    // Most varints have a single byte.
    if position < bytes.count, case let byte = bytes[position], byte < 0x80 {
      position &+= 1
      return UInt64(byte)
    }
    return try readLongVarint()
  }

  @usableFromInline @inline(never)
  mutating func readLongVarint() throws(FormatError) -> UInt64 {
    if let value = readShortVarint() { return value }
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      try require(1)
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
      if shift > 63 { throw malformed() }
    }
  }

  /// Reads a varint of up to eight bytes with one load. Returns nil if the varint is longer, or if
  /// fewer than eight bytes remain.
  @inline(__always)
  private mutating func readShortVarint() -> UInt64? {
    guard remaining >= 8 else { return nil }
    var word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    let ends = ~word & 0x8080_8080_8080_8080
    guard ends != 0 else { return nil }
    let bits = ends.trailingZeroBitCount &+ 1
    position &+= bits >> 3
    word &= 0x7F7F_7F7F_7F7F_7F7F & (UInt64.max &>> UInt64(64 &- bits))
    // Close the gaps: one bit between bytes, two bits between pairs, four bits between groups of
    // four.
    word = word & 0x007F_007F_007F_007F | (word & 0x7F00_7F00_7F00_7F00) >> 1
    word = word & 0x0000_3FFF_0000_3FFF | (word & 0x3FFF_0000_3FFF_0000) >> 2
    return word & 0x0FFF_FFFF | (word & 0x0FFF_FFFF_0000_0000) >> 4
  }

  /// Reads a varint that is a count or an offset.
  ///
  /// - Throws: `FormatError` if the value exceeds `limit`.
  @inlinable @inline(__always)
  public mutating func readCount(atMost limit: Int = Int(Int32.max)) throws(FormatError) -> Int {
    let value = try readVarint()
    guard value <= UInt64(limit) else { throw malformed() }
    return Int(value)
  }

  @inlinable @inline(__always)
  public mutating func readBytes(_ count: Int) throws(FormatError) -> UnsafeRawBufferPointer {
    guard count >= 0 else { throw malformed() }
    try require(count)
    defer { position &+= count }
    // The range is checked already; slicing would check it again.
    return UnsafeRawBufferPointer(start: bytes.baseAddress.map { $0 + position }, count: count)
  }

  /// Reads a string, which follows a varint with its length in bytes. Malformed UTF-8 is repaired.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the string in bytes.
  public mutating func readString() throws(FormatError) -> String {
    let count = try readCount()
    return String(decoding: try readBytes(count), as: UTF8.self)
  }

  @inlinable @inline(__always)
  func require(_ count: Int) throws(FormatError) {
    guard count <= remaining else { throw truncation(count) }
  }

  @usableFromInline @inline(never)
  func truncation(_ count: Int) -> FormatError {
    FormatError(.truncated(expected: position + count, found: bytes.count), offset: position)
  }

  @usableFromInline @inline(never)
  func malformed() -> FormatError { FormatError(.malformed, offset: position) }
}
