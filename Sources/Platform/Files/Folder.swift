import Glibc

/// Folders: making, listing and clearing them.
public enum Folder {
  /// Makes a folder and the missing ones above it.
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

  /// - Returns: false where the folder above it is missing.
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

  /// Where what is of use for a moment only goes: `$TMPDIR` if that is an absolute path, else `/tmp`.
  public static var temporary: String {
    getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
  }

  /// Names in a folder without `.` and `..`, sorted by their bytes.
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

  /// Removes a file; one that is not there is no error.
  public static func removeFile(_ path: String) throws(FileError) {
    try FileSystem.remove(path)
  }
}
