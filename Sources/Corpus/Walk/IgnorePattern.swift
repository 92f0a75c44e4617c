/// One line of a `.gitignore` file (gitignore(5)).
struct IgnorePattern {
  private enum Component {
    case glob(GlobPattern)
    /// The component `**`, which matches any number of components.
    case anyDepth
  }

  /// A Boolean value that indicates whether the pattern begins with `!`, and includes what an
  /// earlier pattern ignored.
  let isNegated: Bool
  private let matchesFoldersOnly: Bool
  private let components: [Component]
  /// A Boolean value that indicates whether the pattern has no slash, and matches a name at any
  /// depth.
  private let isName: Bool

  /// Parses a line. Returns nil for a blank line, a comment, or a pattern that cannot match
  /// anything.
  init?(line: ArraySlice<UInt8>) {
    var text = Self.withoutTrailingSpaces(line)
    if text.first == UInt8(ascii: "#") { return nil }
    isNegated = text.first == UInt8(ascii: "!")
    if isNegated { text.removeFirst() }
    matchesFoldersOnly = text.last == UInt8(ascii: "/")
    if matchesFoldersOnly { text.removeLast() }
    guard !text.isEmpty else { return nil }
    let slash = UInt8(ascii: "/")
    isName = !text.contains(slash)
    if text.first == slash { text.removeFirst() }
    var components: [Component] = []
    for part in text.split(separator: slash, omittingEmptySubsequences: false) {
      if part == Self.twoStars, !isName {
        components.append(.anyDepth)
      } else {
        guard !part.isEmpty, let glob = GlobPattern(Array(part)) else { return nil }
        components.append(.glob(glob))
      }
    }
    self.components = components
  }

  private static let twoStars = ArraySlice("**".utf8)

  /// Returns whether a path matches.
  ///
  /// - Parameters:
  ///   - path: The components of the path below the folder of the `.gitignore` file, at least one.
  ///   - isFolder: A Boolean value that indicates whether the path is that of a folder.
  func matches(_ path: ArraySlice<Substring>, isFolder: Bool) -> Bool {
    if matchesFoldersOnly && !isFolder { return false }
    return matches(isName ? path.suffix(1) : path)
  }

  /// Matches components like a glob matches characters, with `**` instead of the star.
  private func matches(_ path: ArraySlice<Substring>) -> Bool {
    var position = path.startIndex
    var component = 0
    var retry: (component: Int, position: Int)?
    while position < path.endIndex {
      if component < components.count, case .anyDepth = components[component] {
        component += 1
        // A trailing `**` matches everything inside a folder, not the folder itself.
        if component == components.count { return true }
        retry = (component, position)
      } else if component < components.count, case .glob(let glob) = components[component],
        glob.matches(path[position].utf8)
      {
        component += 1
        position += 1
      } else if let last = retry {
        position = last.position + 1
        retry = (last.component, position)
        component = last.component
      } else {
        return false
      }
    }
    return component == components.count
  }

  /// Returns `line` without its trailing spaces, unless a backslash precedes them.
  private static func withoutTrailingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    while line.last == UInt8(ascii: " ") {
      let backslashes = line.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      if backslashes % 2 == 1 { break }
      line.removeLast()
    }
    return line
  }
}
