import Glibc

/// Memory that a C parser takes piece by piece and that is given back all at once.
final class HTMLArena {
  private static let chunkSize = 1 << 20

  private var chunks: [UnsafeMutableRawBufferPointer] = []
  private var used = 0

  deinit {
    for chunk in chunks { chunk.deallocate() }
  }

  /// An allocator for gumbo, whose first argument is an unretained arena.
  static func allocate(in arena: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer?
  {
    guard let arena else { return malloc(size) }
    return Unmanaged<HTMLArena>.fromOpaque(arena).takeUnretainedValue().allocate(size)
  }

  private func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    let aligned = (max(size, 1) + 15) & ~15
    if let chunk = chunks.last, used + aligned <= chunk.count {
      defer { used += aligned }
      return chunk.baseAddress.map { $0 + used }
    }
    let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(Self.chunkSize, aligned), alignment: 16)
    chunks.append(chunk)
    used = aligned
    return chunk.baseAddress
  }
}
