public import Cluster
import Glibc
public import Platform
import SegmentFormat

/// An index with the name of its library.
public struct NamedIndex: Sendable, Equatable {
  public var name: String
  public var folder: String

  public init(name: String, folder: String) {
    self.name = name
    self.folder = folder
  }
}

/// The place of a library.
public enum LibraryLocation: Sendable, Equatable {
  /// An index folder that this user named or built.
  case folder(String)
  /// An index folder that was found, and that this user did not build. Only its stored text is
  /// read, and none of the files that it names.
  case foreign(String)
  /// The indexes of named libraries, which are asked as one; at least one.
  case libraries([NamedIndex])
  /// A cluster of Elasticsearch or OpenSearch.
  case cluster(ClusterSettings)
  /// The articles that are part of the program.
  case builtIn

  /// The index folders; none for a cluster and for the built-in articles.
  public var folders: [String] {
    switch self {
    case .folder(let folder), .foreign(let folder): [folder]
    case .libraries(let indexes): indexes.map(\.folder)
    case .cluster, .builtIn: []
    }
  }

  /// The index folder, if there is one and no other.
  public var folder: String? { folders.count == 1 ? folders[0] : nil }

  /// Finds a library: `option`, then `TANYA_INDEX`, then `index/` in a folder or the nearest parent
  /// that has one, then the built-in articles.
  ///
  /// - Parameters:
  ///   - option: A folder that was named explicitly, or nil. It need not be an index.
  ///   - environment: The environment variables of the process.
  ///   - folder: The absolute path of the folder at which the search starts.
  public static func find(
    option: String?, environment: Environment, from folder: String
  ) -> Self {
    if let option { return .folder(option) }
    if let variable = environment["TANYA_INDEX"], !variable.isEmpty { return .folder(variable) }
    var folder = folder[...]
    while true {
      let candidate = folder.isEmpty ? "/index" : "\(folder)/index"
      if holdsManifest(candidate) {
        let isOwn = OwnIndexes(environment: environment).contains(candidate)
        return isOwn ? .folder(candidate) : .foreign(candidate)
      }
      guard let slash = folder.lastIndex(of: "/") else { return .builtIn }
      folder = folder[..<slash]
    }
  }

  /// Returns the folder for a new index below `folder`.
  public static func new(in folder: String) -> String {
    folder == "/" ? "/index" : "\(folder)/index"
  }

  /// Returns whether a folder is an index, judging by the first bytes of its manifest.
  public static func holdsManifest(_ folder: String) -> Bool {
    let signature = Array(Manifest.signature.utf8)
    let descriptor = open("\(folder)/\(Manifest.fileName)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: signature.count)
    return read(descriptor, &start, start.count) == start.count && start == signature
  }

  /// Returns an absolute path without `.`, `..` and repeated slashes.
  ///
  /// - Parameters:
  ///   - path: An absolute or relative path.
  ///   - folder: The absolute path of the folder to which a relative `path` refers.
  public static func absolute(_ path: String, from folder: String) -> String {
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

  /// The current folder of the process.
  public static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }
}
