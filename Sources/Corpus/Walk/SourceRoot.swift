import Glibc
import Platform

/// A given path, and the name with which the ids of its files begin.
struct SourceRoot {
  /// The absolute path, without `.`, `..` and repeated slashes. Symbolic links are resolved only if
  /// the given path contains `..`.
  let path: String
  let info: FileInfo
  var name: String

  /// - Throws: `FileError` if there is no such file.
  init(_ given: String) throws(FileError) {
    info = try FileInfo(path: given)
    path = try Self.absolute(given)
    name = ""
  }

  private static func absolute(_ path: String) throws(FileError) -> String {
    var components = path.split(separator: "/").filter { $0 != "." }
    guard path.hasPrefix("/"), !components.contains("..") else {
      // After a symbolic link, `..` is not the preceding folder, so the system resolves the path.
      let prefix = components.contains("..") ? path : "."
      guard let real = realpath(prefix, nil) else {
        throw FileError(.status, path: path, code: errno)
      }
      defer { free(real) }
      let base = String(cString: real)
      if components.contains("..") { return base }
      components = base.split(separator: "/") + components
      return "/" + components.joined(separator: "/")
    }
    return "/" + components.joined(separator: "/")
  }

  /// Names each root by its last component, and by as many of the preceding components as are
  /// needed to distinguish it from the others.
  static func name(_ roots: inout [SourceRoot]) {
    let components = roots.map { $0.path.split(separator: "/") }
    var lengths = roots.map { _ in 1 }
    while true {
      var users: [String: [Int]] = [:]
      for index in roots.indices {
        roots[index].name = components[index].suffix(lengths[index]).joined(separator: "/")
        users[roots[index].name, default: []].append(index)
      }
      let unclear = users.values.filter { group in
        group.contains { components[$0] != components[group[0]] }
      }.joined().filter { lengths[$0] < components[$0].count }
      if unclear.isEmpty { return }
      for index in unclear { lengths[index] += 1 }
    }
  }
}
