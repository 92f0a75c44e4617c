import Glibc

/// A file that is in memory only, for what reads a path.
public final class MemoryFile {
  private let descriptor: Int32

  public init() {
    let name = "/tanya-test-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
    shm_unlink(name)
  }

  deinit { close(descriptor) }

  /// What it is opened by, from its beginning.
  public var path: String { "/proc/self/fd/\(descriptor)" }

  /// Puts `bytes` in place of all that it held.
  public func write(_ bytes: UnsafeRawBufferPointer) {
    ftruncate(descriptor, bytes.count)
    pwrite(descriptor, bytes.baseAddress, bytes.count, 0)
  }
}
