import Bytes

extension ByteReader {
  /// Reads a string that follows its length in bytes, a `u16`.
  mutating func readTableString() throws(FormatError) -> String {
    String(decoding: try readBytes(Int(try read(UInt16.self))), as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends an integer in little-endian order.
  mutating func append<T: FixedWidthInteger>(integer value: T) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  /// Appends a string after its length in bytes. The string is cut if its length does not fit into
  /// 16 bits.
  mutating func append(string: String) {
    let bytes = string.utf8.prefix(Int(UInt16.max))
    append(integer: UInt16(bytes.count))
    append(contentsOf: bytes)
  }

  func hash(seed: UInt64 = 0) -> UInt64 {
    withUnsafeBytes { ContentHash.value(of: $0, seed: seed) }
  }
}
