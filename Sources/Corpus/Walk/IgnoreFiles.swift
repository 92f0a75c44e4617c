import Platform

/// The files whose patterns leave sources out, all in the form of gitignore(5).
///
/// In a folder the later ones win: `.gitignore`, `.ignore` (as ripgrep, fd and ag read it) and
/// `.tanyaignore`. A folder inside another wins over it. In a git repository, the weakest patterns are
/// the user's own for all repositories and those in `.git/info/exclude`.
///
/// A repository may come from anyone: its configuration is not read, since it could name any file, and
/// a `.git` that is a file or a link, and so leads elsewhere, has no `info/exclude` for us.
struct IgnoreFiles {
  private static let names = [".gitignore", ".ignore", ".tanyaignore"]
  /// In bytes; what follows in a longer file is not read.
  private static let longestFile = 16 << 20
  /// In bytes.
  private static let longestLine = 4096

  /// The user's patterns for all repositories.
  private let userPatterns: [IgnorePattern]

  init(userExcludes: String? = nil) {
    userPatterns = userExcludes.map { Self.patterns(in: $0) } ?? []
  }

  /// Returns the rules inside a folder.
  ///
  /// - Parameters:
  ///   - folder: an absolute path.
  ///   - names: the names in the folder; nil if they are not known.
  ///   - outer: the rules of the folders around it.
  func rules(inside folder: String, names: [String]?, outer: IgnoreRules?) -> IgnoreRules? {
    let known = names.map { Set($0.lazy.filter { $0.hasPrefix(".") }) }
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

  /// Returns the rules of the git repository around a folder, without those of the folder itself.
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
      // No path is as long.
      .filter { $0.count <= longestLine }
      .compactMap { IgnorePattern(line: $0) }
  }
}
