import Glibc
import Platform

/// A folder for an index, removed with what is in it when it is no longer used.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/tanya-train-XXXXXX".utf8CString)
    _ = mkdtemp(&template)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    for name in (try? Folder.names(in: path)) ?? [] { try? Folder.removeFile("\(path)/\(name)") }
    rmdir(path)
  }
}
