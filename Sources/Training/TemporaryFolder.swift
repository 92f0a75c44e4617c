import Glibc
import Platform

/// A folder for an index, removed with what is in it when it is no longer used.
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
