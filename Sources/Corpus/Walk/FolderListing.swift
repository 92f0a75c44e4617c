import Bytes
import Glibc
import Platform

/// The names in a folder, in no particular order, without `.` and `..`.
struct FolderListing {
  private(set) var names: [String] = []
  /// The names that no citation could contain: those with control characters, and those that are
  /// not UTF-8, in which replacement characters represent the invalid bytes.
  private(set) var unusable: [String] = []

  fileprivate mutating func add(_ name: UnsafePointer<CChar>) {
    guard let valid = String(validatingCString: name) else {
      return unusable.append(String(cString: name))
    }
    if valid == "." || valid == ".." { return }
    if valid.utf8.span.hasASCIIControl {
      unusable.append(valid)
    } else {
      names.append(valid)
    }
  }
}

/// A folder that is open, so that the system finds the files in it without following its path again.
struct OpenFolder: ~Copyable {
  private let path: String
  private let stream: OpaquePointer

  init(_ path: String) throws(FileError) {
    guard let stream = opendir(path) else {
      throw FileError(.list, path: path, code: errno)
    }
    self.path = path
    self.stream = stream
  }

  deinit { closedir(stream) }

  /// Returns the names in the folder. May be called once.
  func listing() throws(FileError) -> FolderListing {
    var listing = FolderListing()
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno == 0 { return listing }
        throw FileError(.list, path: path, code: errno)
      }
      withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { listing.add($0) }
      }
    }
  }

  /// Returns the metadata of a file or folder with the given name, or of a link itself.
  func info(of name: String) throws(FileError) -> FileInfo {
    try FileInfo(name: name, in: dirfd(stream), folder: path)
  }
}
