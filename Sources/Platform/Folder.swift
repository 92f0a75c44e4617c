import Glibc

/// Folders: making, listing and clearing them.
public enum Folder {
  /// Makes a folder and the missing ones above it.
  public static func create(_ path: String) throws(FileError) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw FileError(.create, path: path, code: errno)
    }
    try create(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw FileError(.create, path: path, code: errno)
    }
  }

  /// Names in a folder without `.` and `..`, sorted by their bytes.
  public static func names(in path: String) throws(FileError) -> [String] {
    guard let folder = opendir(path) else { throw FileError(.list, path: path, code: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw FileError(.list, path: path, code: errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes a file; one that is not there is no error.
  public static func removeFile(_ path: String) throws(FileError) {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw FileError(.remove, path: path, code: errno)
    }
  }
}
