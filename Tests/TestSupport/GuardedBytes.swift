import Glibc

/// Memory that is followed by a protected page, so that a read beyond the input ends the process,
/// even without a sanitizer.
final class GuardedBytes {
  private let start: UnsafeMutableRawPointer
  private let capacity: Int
  private static let pageSize = 4096

  init(capacity: Int) {
    self.capacity = (capacity + Self.pageSize - 1) / Self.pageSize * Self.pageSize
    let memory = mmap(
      nil, self.capacity + Self.pageSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1,
      0)
    guard let memory, memory != MAP_FAILED else { fatalError("no memory for a test") }
    mprotect(memory + self.capacity, Self.pageSize, PROT_NONE)
    start = memory
  }

  deinit { munmap(start, capacity + Self.pageSize) }

  /// Copies bytes to the very end of the memory. The result is valid until the next call; it is nil
  /// if the memory is too small.
  func hold(_ bytes: [UInt8]) -> UnsafeRawBufferPointer? {
    guard bytes.count <= capacity else { return nil }
    let room = UnsafeMutableRawBufferPointer(
      start: start + (capacity - bytes.count), count: bytes.count)
    room.copyBytes(from: bytes)
    return UnsafeRawBufferPointer(room)
  }
}
