import CZlib

/// Decompresses gzip data (RFC 1952) while reading it. Consecutive members form one stream, as in
/// gzip(1).
final class Inflater {
  /// A closure that fills a buffer with compressed bytes and returns their number, or 0 at the end.
  typealias Source = (UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int

  private static let inputSize = 1 << 16

  private let source: Source
  private let input: UnsafeMutableRawBufferPointer
  private var stream = z_stream()
  private var isInsideMember = false
  /// A Boolean value that indicates whether damage was found. The bytes before it are returned
  /// before the error is thrown.
  private var isDamaged: Bool
  /// A Boolean value that indicates whether the bytes end within a member.
  private var isCutOff = false

  init(_ source: @escaping Source) {
    self.source = source
    input = .allocate(byteCount: Self.inputSize, alignment: 16)
    // Adding 16 to the window's bits makes zlib expect and check a gzip header and trailer.
    isDamaged =
      inflateInit2_(&stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
      != Z_OK
  }

  deinit {
    inflateEnd(&stream)
    input.deallocate()
  }

  /// Fills `buffer` with decompressed bytes and returns their number, or 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    stream.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.avail_out = UInt32(clamping: buffer.count)
    let capacity = stream.avail_out
    while stream.avail_out > 0, !isDamaged {
      if stream.avail_in == 0, try refill() == 0 {
        isDamaged = isInsideMember
        isCutOff = isInsideMember
        break
      }
      isInsideMember = true
      switch inflate(&stream, Z_NO_FLUSH) {
      case Z_OK: break
      case Z_STREAM_END:
        isInsideMember = false
        inflateReset(&stream)
      default: isDamaged = true
      }
    }
    let count = Int(capacity - stream.avail_out)
    if isDamaged, count == 0 { throw ReadingError(isCutOff ? .cutOff : .damagedCompression) }
    return count
  }

  private func refill() throws(ReadingError) -> Int {
    let count = try source(input)
    stream.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.avail_in = UInt32(count)
    return count
  }
}
