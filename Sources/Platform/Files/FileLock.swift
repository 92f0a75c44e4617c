import Glibc

/// An exclusive lock on a file, held until it is let go of. The system releases the lock of a
/// process that died.
public final class FileLock {
  private let descriptor: Int32

  /// - Returns: nil where another process holds the lock.
  public init?(path: String) throws(FileError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw FileError(.lock, path: path, code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { return nil }
      throw FileError(.lock, path: path, code: code)
    }
    self.descriptor = descriptor
  }

  deinit {
    // A child between fork and exec shares the descriptor, and would hold the lock on.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
