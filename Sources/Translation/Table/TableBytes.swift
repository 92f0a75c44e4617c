import Bytes

extension ByteReader {
  /// Reads a string behind its length in bytes, a `u16`.
  mutating func readTableString() throws(FormatError) -> String {
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
