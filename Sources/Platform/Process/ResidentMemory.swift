internal import CMalloc
import Glibc

/// The process's memory as the system counts it.
public enum ResidentMemory {
  /// Bytes of mapped files that are in memory now, the program's own among them; nil where the
  /// system does not say.
  public static var mappedByteCount: Int? {
    guard descriptor >= 0 else { return nil }
    var text = InlineArray<128, UInt8>(repeating: 0)
    var span = text.mutableSpan
    let length = span.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    // Pages in all, resident, resident and of files, …
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

  /// Gives memory back that was freed and kept for later.
  public static func releaseFreed() { malloc_trim(0) }

  /// Open as long as the process lasts: asked often, and each time for the process that opened it.
  private static let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
  private static let pageSize = sysconf(Int32(_SC_PAGESIZE))
}
