/// Appends primitive values to a byte array: little-endian integers, LEB128 varints and
/// length-prefixed strings. The counterpart of ``ByteReader``.
public struct ByteWriter: Sendable {
  @usableFromInline var appended: [UInt8] = []

  @inlinable
  public init() {}

  @inlinable
  public var bytes: [UInt8] { appended }

  @inlinable
  public var count: Int { appended.count }

  @inlinable
  public mutating func append(_ byte: UInt8) { appended.append(byte) }

  @inlinable
  public mutating func append<T: FixedWidthInteger>(_ value: T) {
    withUnsafeBytes(of: value.littleEndian) { appended.append(contentsOf: $0) }
  }

  @inlinable
  public mutating func append(_ raw: some Sequence<UInt8>) { appended.append(contentsOf: raw) }

  /// Appends a number in LEB128: seven bits a byte, the lowest first; the high bit says that more
  /// follow.
  @inlinable
  public mutating func appendVarint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      appended.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    appended.append(UInt8(rest))
  }

  /// Appends a number, which must not be negative, in LEB128.
  @inlinable
  public mutating func appendVarint(_ value: Int) { appendVarint(UInt64(value)) }

  public mutating func appendString(_ string: String) {
    appendVarint(string.utf8.count)
    appended.append(contentsOf: string.utf8)
  }

  /// Returns what was appended since the last time, and begins again with nothing.
  @inlinable
  public mutating func drain() -> [UInt8] {
    let drained = appended
    appended = []
    return drained
  }

  /// Fills up with zeros to a multiple of `alignment` bytes.
  public mutating func align(to alignment: Int) {
    while appended.count % alignment != 0 { appended.append(0) }
  }
}
