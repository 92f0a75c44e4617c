/// Appends the format's primitive values to a byte array: little-endian integers, LEB128 varints
/// and length-prefixed strings.
struct ByteWriter: Sendable {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append<T: FixedWidthInteger>(_ value: T) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ raw: some Sequence<UInt8>) { bytes.append(contentsOf: raw) }

  /// LEB128: seven bits a byte, lowest first, the high bit says that more follow.
  mutating func appendVarint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func appendVarint(_ value: Int) { appendVarint(UInt64(value)) }

  mutating func appendString(_ string: String) {
    appendVarint(string.utf8.count)
    bytes.append(contentsOf: string.utf8)
  }

  /// Hands over what was appended since the last time, and begins anew.
  mutating func drain() -> [UInt8] {
    let drained = bytes
    bytes = []
    return drained
  }

  /// Fills up with zeros to a multiple of `alignment` bytes.
  mutating func align(to alignment: Int) {
    while bytes.count % alignment != 0 { bytes.append(0) }
  }
}
