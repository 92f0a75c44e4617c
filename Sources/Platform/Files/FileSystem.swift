import Glibc

/// The system calls that change files, each a `FaultPlan`'s to see.
enum FileSystem {
  /// Bytes that are written at a time. The system keeps a file in memory in pieces as large as they
  /// were written, and gives a reader who maps it a whole piece for every byte that he touches: one
  /// question took 8 MB more where the index was written a quarter of a megabyte at a time.
  private static let writeSize = 1 << 16

  /// Returns the target of a path behind symbolic links; the path itself if nothing is there.
  static func resolved(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  /// Makes a file under a name that nothing has, in the folder of `path`.
  ///
  /// - Returns: the name's path and a descriptor.
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
  /// - Returns: a descriptor.
  static func openSpecial(_ path: String) throws(FileError) -> Int32 {
    let code = FaultPlan.failure(of: .create(path: path))
    let descriptor = code == nil ? open(path, O_WRONLY | O_CLOEXEC) : -1
    guard descriptor >= 0 else { throw FileError(.create, path: path, code: code ?? errno) }
    return descriptor
  }

  /// - Parameter path: how errors name the file.
  static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String
  ) throws(FileError) {
    if let code = FaultPlan.failure(of: .write(path: path, Array(bytes))) {
      // A disk that fills up takes what still fits.
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

  /// Removes a file; one that is not there is no error.
  static func remove(_ path: String) throws(FileError) {
    let code = FaultPlan.failure(of: .remove(path: path))
    guard code == nil, unlink(path) == 0 || errno == ENOENT else {
      throw FileError(.remove, path: path, code: code ?? errno)
    }
  }

  /// Makes the names in the folder that holds `path` durable.
  static func syncFolder(of path: String) throws(FileError) {
    let above = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let folder = above.isEmpty ? "/" : above
    if let code = FaultPlan.failure(of: .syncFolder(path: folder)) {
      throw FileError(.sync, path: folder, code: code)
    }
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.open, path: folder, code: errno) }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder; the rename is atomic all the same.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw FileError(.sync, path: folder, code: errno)
    }
  }
}
