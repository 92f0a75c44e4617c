import Glibc
import Platform

/// A folder for an index, which is removed with its files when the last reference is released.
final class TemporaryFolder {
  let path: String

  init() throws(FileError) {
    var template = Array("\(Folder.temporary)/tanya-train-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw FileError(.create, path: Folder.temporary, code: errno)
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    for name in (try? Folder.names(in: path)) ?? [] { try? Folder.removeFile("\(path)/\(name)") }
    rmdir(path)
  }
}
