import Glibc

/// Memory whose end is the end of what may be read: one byte further is a page that may not, so
/// that reading beyond the input ends the process, sanitizer or not.
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

  /// The bytes at the very end, until the next call; nil where there is no room for them.
  func hold(_ bytes: [UInt8]) -> UnsafeRawBufferPointer? {
    guard bytes.count <= capacity else { return nil }
    let room = UnsafeMutableRawBufferPointer(
      start: start + (capacity - bytes.count), count: bytes.count)
    room.copyBytes(from: bytes)
    return UnsafeRawBufferPointer(room)
  }
}
