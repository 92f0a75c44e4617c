internal import CMalloc
import Glibc

/// The memory of the process, as reported by the system.
public enum ResidentMemory {
  /// The size, in bytes, of the pages of mapped files that are in memory, including those of the
  /// program itself. The value is nil if the system does not report it.
  public static var mappedByteCount: Int? {
    guard descriptor >= 0 else { return nil }
    var text = InlineArray<128, UInt8>(repeating: 0)
    var span = text.mutableSpan
    let length = span.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    // The fields are the numbers of all pages, resident pages, resident pages of files, and so on.
    var field = 0
    var pages = 0
    for index in 0..<max(length, 0) {
      switch text[index] {
      case UInt8(ascii: " "):
        if field == 2 { return pages * pageSize }
        field += 1
        pages = 0
      case let digit: pages = pages &* 10 &+ Int(digit) &- 0x30
      }
    }
    return nil
  }

  /// Returns freed memory to the system.
  public static func releaseFreed() { malloc_trim(0) }

  /// A descriptor that remains open, because the file is read often. It refers to the process that
  /// opened it.
  private static let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
  private static let pageSize = sysconf(Int32(_SC_PAGESIZE))
}
