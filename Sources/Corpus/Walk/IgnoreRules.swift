import Platform

/// The `.gitignore` files that apply to a folder: its own and those of the folders around it.
final class IgnoreRules: Sendable {
  private let outer: IgnoreRules?
  /// The number of components in the path of the file's folder.
  private let depth: Int
  private let patterns: [IgnorePattern]

  private init(outer: IgnoreRules?, depth: Int, patterns: [IgnorePattern]) {
    self.outer = outer
    self.depth = depth
    self.patterns = patterns
  }

  /// In bytes; what follows in a longer file is not read.
  private static let longestFile = 16 << 20
  /// In bytes.
  private static let longestLine = 4096

  /// Returns the rules inside `folder`, an absolute path: `outer` and its own file, if any.
  static func rules(inside folder: String, outer: IgnoreRules?) -> IgnoreRules? {
    guard let bytes = try? readFile(folder + "/.gitignore", atMost: longestFile) else {
      return outer
    }
    let patterns = bytes[ByteOrderMark.length(in: bytes.span)...]
      .split(separator: 0x0A)
      // No path is as long.
      .filter { $0.count <= longestLine }
      .compactMap { IgnorePattern(line: $0) }
    guard !patterns.isEmpty else { return outer }
    return IgnoreRules(
      outer: outer, depth: folder.split(separator: "/").count, patterns: patterns)
  }

  /// Returns the rules of the git repository around `folder`, without those of the folder itself.
  static func rules(around folder: String) -> IgnoreRules? {
    let components = folder.split(separator: "/")
    let ancestors = components.indices.map { "/" + components[..<$0].joined(separator: "/") }
    guard (try? FileInfo(path: folder + "/.git")) == nil,
      let root = ancestors.lastIndex(where: { (try? FileInfo(path: $0 + "/.git")) != nil })
    else { return nil }
    return ancestors[root...].reduce(nil) { rules(inside: $1, outer: $0) }
  }

  /// Returns whether a file or folder is ignored: the last matching pattern of the innermost file
  /// decides.
  ///
  /// - Parameter path: the components of an absolute path.
  func ignores(_ path: [Substring], isFolder: Bool) -> Bool {
    var rules: IgnoreRules? = self
    while let current = rules {
      let relative = path[current.depth...]
      if let pattern = current.patterns.last(where: { $0.matches(relative, isFolder: isFolder) }) {
        return !pattern.isNegated
      }
      rules = current.outer
    }
    return false
  }
}
