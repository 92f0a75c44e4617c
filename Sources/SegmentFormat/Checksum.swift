internal import CZlib

/// CRC-32 (ISO 3309, zlib's), which finds every single flipped bit and every burst of up to 32.
public func checksum(of bytes: UnsafeRawBufferPointer, continuing start: UInt32 = 0) -> UInt32 {
  var sum = uLong(start)
  var rest = bytes
  while let base = rest.baseAddress, !rest.isEmpty {
    let count = min(rest.count, 1 << 30)
    sum = crc32(sum, base.assumingMemoryBound(to: Bytef.self), uInt(count))
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
  }
  return UInt32(truncatingIfNeeded: sum)
}
