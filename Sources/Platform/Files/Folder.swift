import Glibc

/// Functions that create and list folders, and remove files.
public enum Folder {
  /// Creates a folder and its missing parents.
  ///
  /// - Parameters:
  ///   - path: The path of the folder.
  ///   - permissions: The bits of the folder, from which the process's mask takes away.
  public static func create(_ path: String, permissions: UInt32 = 0o755) throws(FileError) {
    if try make(path, permissions) { return }
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw FileError(.create, path: path, code: ENOENT)
    }
    try create(String(path[..<slash]))
    guard try make(path, permissions) else { throw FileError(.create, path: path, code: ENOENT) }
  }

  /// Creates a folder, unless it exists. Returns `false` if its parent is missing.
  private static func make(_ path: String, _ permissions: UInt32) throws(FileError) -> Bool {
    if mkdir(path, permissions) == 0 { return true }
    let code = errno
    if code == ENOENT { return false }
    guard code == EEXIST else { throw FileError(.create, path: path, code: code) }
    guard try FileInfo(path: path).kind == .directory else {
      throw FileError(.create, path: path, code: ENOTDIR)
    }
    return true
  }

  /// The folder for temporary files: `$TMPDIR` if it is an absolute path, otherwise `/tmp`.
  public static var temporary: String {
    getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
  }

  /// Returns the names in a folder without `.` and `..`, sorted by their bytes.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of names.
  public static func names(in path: String) throws(FileError) -> [String] {
    guard let folder = opendir(path) else { throw FileError(.list, path: path, code: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        guard errno == 0 else { throw FileError(.list, path: path, code: errno) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }

  /// Removes a file. A missing file is not an error.
  public static func removeFile(_ path: String) throws(FileError) {
    try FileSystem.remove(path)
  }
}
