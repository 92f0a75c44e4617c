import Platform

/// Reads the files whose patterns exclude sources, all in the format of gitignore(5).
///
/// The files of a folder are `.gitignore`, `.ignore` (as read by ripgrep, fd and ag) and
/// `.tanyaignore`; later ones take precedence over earlier ones, and inner folders over outer ones.
/// In a git repository, the user's patterns for all repositories and those in `.git/info/exclude`
/// have the lowest precedence.
///
/// A repository may come from anyone. Its configuration is not read, because it could name any
/// file. A `.git` that is a file or a symbolic link leads elsewhere, so its `info/exclude` is not
/// read either.
struct IgnoreFiles {
  private static let names = [".gitignore", ".ignore", ".tanyaignore"]
  /// The maximum number of bytes that are read of a file.
  private static let longestFile = 16 << 20
  /// The maximum length of a line, in bytes. Longer lines are ignored.
  private static let longestLine = 4096

  /// The user's patterns for all repositories.
  private let userPatterns: [IgnorePattern]

  init(userExcludes: String? = nil) {
    userPatterns = userExcludes.map { Self.patterns(in: $0) } ?? []
  }

  /// Returns the rules inside a folder.
  ///
  /// - Parameters:
  ///   - folder: An absolute path.
  ///   - names: The names in the folder; nil if they are not known.
  ///   - outer: The rules of the enclosing folders.
  func rules(inside folder: String, names: [String]?, outer: IgnoreRules?) -> IgnoreRules? {
    let known = names.map { Set($0.lazy.filter { $0.utf8.first == UInt8(ascii: ".") }) }
    let depth = folder.split(separator: "/").count
    var rules = outer
    func add(_ patterns: [IgnorePattern]) {
      if patterns.isEmpty { return }
      rules = IgnoreRules(outer: rules, depth: depth, patterns: patterns)
    }
    if known?.contains(".git") ?? true,
      let info = try? FileInfo(path: folder + "/.git", followsLinks: false)
    {
      add(userPatterns)
      if info.kind == .directory { add(Self.patterns(in: folder + "/.git/info/exclude")) }
    }
    for name in Self.names where known?.contains(name) ?? true {
      add(Self.patterns(in: "\(folder)/\(name)"))
    }
    return rules
  }

  /// Returns the rules that the enclosing git repository applies to a folder, without the folder's
  /// own; nil if the folder is itself the root of a repository or is in none.
  func rules(around folder: String) -> IgnoreRules? {
    let components = folder.split(separator: "/")
    let ancestors = components.indices.map { "/" + components[..<$0].joined(separator: "/") }
    guard (try? FileInfo(path: folder + "/.git")) == nil,
      let root = ancestors.lastIndex(where: { (try? FileInfo(path: $0 + "/.git")) != nil })
    else { return nil }
    return ancestors[root...].reduce(nil) { rules(inside: $1, names: nil, outer: $0) }
  }

  private static func patterns(in path: String) -> [IgnorePattern] {
    guard let bytes = try? readFile(path, atMost: longestFile) else { return [] }
    return bytes[ByteOrderMark.length(in: bytes.span)...]
      .split(separator: 0x0A)
      // No path is longer.
      .filter { $0.count <= longestLine }
      .compactMap { IgnorePattern(line: $0) }
  }
}
