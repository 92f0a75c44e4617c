internal import CZlib

/// CRC-32 (ISO 3309, as in zlib), which detects every burst of damage of up to 32 bits.
public enum CRC32 {
  /// - Parameters:
  ///   - bytes: The bytes to add up.
  ///   - start: The sum of the bytes that precede these.
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
