import Glibc
import Platform

/// The checkout that these tests were built from.
enum Repository {
  /// Its root: two folders above this file.
  static let root: String = {
    let folders = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return folders.dropLast(3).joined(separator: "/")
  }()

  static func contents(of path: String) throws -> String {
    String(decoding: try readFile("\(root)/\(path)"), as: UTF8.self)
  }

  /// The names in a folder, sorted, without hidden ones; empty where it is no folder.
  static func names(in path: String) -> [String] {
    guard let folder = opendir("\(root)/\(path)") else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The paths of all Swift files below a folder.
  static func swiftFiles(below path: String) -> [String] {
    names(in: path).flatMap { name in
      name.hasSuffix(".swift") ? ["\(path)/\(name)"] : swiftFiles(below: "\(path)/\(name)")
    }
  }
}
