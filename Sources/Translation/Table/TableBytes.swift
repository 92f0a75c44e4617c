/// The bytes are not, or no longer, what a table has.
struct TableDamage: Error {}

/// Reads the table's primitive values from bytes that may be damaged: every read is checked.
struct TableCursor {
  let bytes: UnsafeRawBufferPointer
  private(set) var offset: Int

  init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func read<T: FixedWidthInteger>(_ type: T.Type) throws(TableDamage) -> T {
    let start = offset
    _ = try readBytes(MemoryLayout<T>.size)
    return T(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: T.self))
  }

  mutating func readBytes(_ count: Int) throws(TableDamage) -> UnsafeRawBufferPointer {
    guard offset >= 0, count >= 0, count <= bytes.count - offset else { throw TableDamage() }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }

  /// A string behind its length in bytes.
  mutating func readString() throws(TableDamage) -> String {
    String(decoding: try readBytes(Int(try read(UInt16.self))), as: UTF8.self)
  }
}

extension [UInt8] {
  /// Little-endian.
  mutating func append<T: FixedWidthInteger>(integer value: T) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  /// A string behind its length in bytes, which is cut where 16 bits do not hold it.
  mutating func append(string: String) {
    let bytes = string.utf8.prefix(Int(UInt16.max))
    append(integer: UInt16(bytes.count))
    append(contentsOf: bytes)
  }

  func hash(seed: UInt64 = 0) -> UInt64 {
    withUnsafeBytes { ContentHash.value(of: $0, seed: seed) }
  }
}
