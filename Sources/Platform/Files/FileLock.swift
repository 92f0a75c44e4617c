import Glibc

/// An exclusive lock on a file, which is released with the last reference to the object. The system
/// releases the lock of a process that died.
///
/// ```swift
/// guard let lock = try FileLock(path: folder + "/lock") else { return }
/// ```
public final class FileLock {
  private let descriptor: Int32

  /// Locks a file, which is created if necessary. Returns nil if another process holds the lock.
  ///
  /// - Throws: `FileError` if the file cannot be opened or locked.
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
    // A child process between fork and exec shares the descriptor, and would keep the lock.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
