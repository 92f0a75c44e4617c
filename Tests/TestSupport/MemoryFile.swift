import Glibc

/// A file in memory, for tests of code that reads a path.
public final class MemoryFile {
  private let descriptor: Int32

  public init() {
    let name = "/tanya-test-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
    shm_unlink(name)
  }

  deinit { close(descriptor) }

  /// The path with which the file can be opened for reading from its beginning.
  public var path: String { "/proc/self/fd/\(descriptor)" }

  /// Replaces the contents of the file.
  public func write(_ bytes: UnsafeRawBufferPointer) {
    ftruncate(descriptor, bytes.count)
    pwrite(descriptor, bytes.baseAddress, bytes.count, 0)
  }
}
