/// Appends primitive values to a byte array: little-endian integers, LEB128 varints and
/// length-prefixed strings. It is the counterpart of ``ByteReader``.
///
/// ```swift
/// var writer = ByteWriter()
/// writer.append(UInt32(7))
/// writer.appendString("harbour")
/// let bytes = writer.bytes
/// ```
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

  /// Appends a number in LEB128: seven bits in each byte, lowest bits first. The high bit of a byte
  /// indicates that another one follows.
  @inlinable
  public mutating func appendVarint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      appended.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    appended.append(UInt8(rest))
  }

  /// Appends a number in LEB128.
  ///
  /// - Precondition: The number is not negative.
  @inlinable
  public mutating func appendVarint(_ value: Int) { appendVarint(UInt64(value)) }

  /// Appends a string in UTF-8 after a varint with its length in bytes.
  public mutating func appendString(_ string: String) {
    appendVarint(string.utf8.count)
    appended.append(contentsOf: string.utf8)
  }

  /// Returns all appended bytes, and empties the writer.
  @inlinable
  public mutating func drain() -> [UInt8] {
    let drained = appended
    appended = []
    return drained
  }

  /// Appends zero bytes up to a multiple of `alignment` bytes.
  public mutating func align(to alignment: Int) {
    while appended.count % alignment != 0 { appended.append(0) }
  }
}
