import Glibc

/// The system calls that change files. Each of them is reported to active `FaultPlan`s.
enum FileSystem {
  /// The greatest number of bytes to write at a time. The system caches a file in pieces of the
  /// size in which they were written, and maps a whole piece for every byte that a reader touches:
  /// a question took 8 MB more if the index was written in pieces of 256 KB.
  private static let writeSize = 1 << 16

  /// Returns the target of a path that may contain symbolic links, or the path itself if there is
  /// no such file.
  static func resolved(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  /// Creates a file with an unused name in the folder of `path`.
  ///
  /// - Returns: The path of the file and a descriptor.
  static func createTemporary(
    beside path: String, flags: Int32, mode: mode_t
  ) throws(FileError) -> (path: String, descriptor: Int32) {
    for _ in 0..<16 {
      let temporary = OutputFile.temporaryPath(of: path)
      let code = FaultPlan.failure(of: .create(path: temporary))
      let descriptor =
        code == nil ? open(temporary, flags | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode) : -1
      if descriptor >= 0 { return (temporary, descriptor) }
      guard code == nil, errno == EEXIST else {
        throw FileError(.create, path: path, code: code ?? errno)
      }
    }
    throw FileError(.create, path: path, code: EEXIST)
  }

  /// Opens a device or a pipe for writing.
  ///
  /// - Returns: A descriptor.
  static func openSpecial(_ path: String) throws(FileError) -> Int32 {
    let code = FaultPlan.failure(of: .create(path: path))
    let descriptor = code == nil ? open(path, O_WRONLY | O_CLOEXEC) : -1
    guard descriptor >= 0 else { throw FileError(.create, path: path, code: code ?? errno) }
    return descriptor
  }

  /// Writes all bytes to a descriptor.
  ///
  /// - Parameters:
  ///   - bytes: The bytes to write.
  ///   - descriptor: A descriptor that is open for writing.
  ///   - path: The path that errors name.
  static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String
  ) throws(FileError) {
    if let code = FaultPlan.failure(of: .write(path: path, Array(bytes))) {
      // A disk that becomes full still accepts the bytes that fit.
      _ = Glibc.write(descriptor, bytes.baseAddress, bytes.count / 2)
      throw FileError(.write, path: path, code: code)
    }
    var rest = bytes
    while !rest.isEmpty {
      let written = Glibc.write(descriptor, rest.baseAddress, min(rest.count, writeSize))
      if written < 0 {
        guard errno == EINTR else { throw FileError(.write, path: path, code: errno) }
        continue
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }

  static func sync(_ descriptor: Int32, path: String) throws(FileError) {
    let code = FaultPlan.failure(of: .syncFile(path: path))
    guard code == nil, fsync(descriptor) == 0 else {
      throw FileError(.sync, path: path, code: code ?? errno)
    }
  }

  static func rename(_ path: String, to new: String) throws(FileError) {
    let code = FaultPlan.failure(of: .rename(path: path, to: new))
    guard code == nil, Glibc.rename(path, new) == 0 else {
      throw FileError(.rename, path: new, code: code ?? errno)
    }
  }

  /// Removes a file. A missing file is not an error.
  static func remove(_ path: String) throws(FileError) {
    let code = FaultPlan.failure(of: .remove(path: path))
    guard code == nil, unlink(path) == 0 || errno == ENOENT else {
      throw FileError(.remove, path: path, code: code ?? errno)
    }
  }

  /// Makes the names in the folder of `path` durable.
  static func syncFolder(of path: String) throws(FileError) {
    let above = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let folder = above.isEmpty ? "/" : above
    if let code = FaultPlan.failure(of: .syncFolder(path: folder)) {
      throw FileError(.sync, path: folder, code: code)
    }
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.open, path: folder, code: errno) }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder. The renaming is atomic nevertheless.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw FileError(.sync, path: folder, code: errno)
    }
  }
}
