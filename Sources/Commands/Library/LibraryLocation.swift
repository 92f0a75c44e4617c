import Glibc
import Platform
import SegmentFormat

/// Which documents are asked.
enum LibraryLocation: Sendable, Equatable {
  case folder(String)
  case builtIn

  /// `--index`, then `TANYA_INDEX`, then `index/` in this folder or the nearest above that has one,
  /// then the built-in articles.
  ///
  /// - Parameters:
  ///   - option: what `--index` says; a folder that is named is taken as it is, index or not.
  ///   - folder: where to look from, an absolute path.
  static func find(option: String?, environment: Environment, from folder: String) -> Self {
    if let option { return .folder(option) }
    if let variable = environment["TANYA_INDEX"], !variable.isEmpty { return .folder(variable) }
    var folder = folder[...]
    while true {
      let candidate = folder.isEmpty ? "/index" : "\(folder)/index"
      if holdsManifest(candidate) { return .folder(candidate) }
      guard let slash = folder.lastIndex(of: "/") else { return .builtIn }
      folder = folder[..<slash]
    }
  }

  /// Where `tanya index` writes when no index is to be found.
  static func new(in folder: String) -> String { folder == "/" ? "/index" : "\(folder)/index" }

  static func holdsManifest(_ folder: String) -> Bool {
    let descriptor = open("\(folder)/\(Manifest.fileName)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let signature = Manifest.signature.utf8
    var start = [UInt8](repeating: 0, count: signature.count)
    return read(descriptor, &start, start.count) == start.count && start.elementsEqual(signature)
  }

  /// `path` from the root on, without `.`, `..` and doubled slashes.
  static func absolute(_ path: String, from folder: String) -> String {
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : "\(folder)/\(path)").split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The folder that the program was started in.
  static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }
}
