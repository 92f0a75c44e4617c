/// The patterns that apply in a folder: those of its own ignore files and of the enclosing folders.
final class IgnoreRules: Sendable {
  private let outer: IgnoreRules?
  /// The number of components in the path of the folder to which the patterns are relative.
  private let depth: Int
  private let patterns: [IgnorePattern]

  init(outer: IgnoreRules?, depth: Int, patterns: [IgnorePattern]) {
    self.outer = outer
    self.depth = depth
    self.patterns = patterns
  }

  /// Returns whether a file or folder is ignored. The last matching pattern of the innermost file
  /// decides.
  ///
  /// - Parameter path: The components of an absolute path.
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
