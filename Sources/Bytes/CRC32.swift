internal import CZlib

/// The CRC-32 checksum (ISO 3309, as in zlib), which detects every burst error of up to 32 bits.
///
/// ```swift
/// let sum = bytes.withUnsafeBytes { CRC32.sum(of: $0) }
/// ```
public enum CRC32 {
  /// Returns the checksum of bytes.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - start: The checksum of the preceding bytes, or 0 if there are none.
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  public static func sum(
    of bytes: UnsafeRawBufferPointer, continuing start: UInt32 = 0
  ) -> UInt32 {
    var sum = uLong(start)
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      let count = min(rest.count, 1 << 30)
      sum = crc32(sum, base.assumingMemoryBound(to: Bytef.self), uInt(count))
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return UInt32(truncatingIfNeeded: sum)
  }
}
