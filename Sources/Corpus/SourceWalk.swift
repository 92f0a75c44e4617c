public import Platform

/// Finds the files to read below the PATHs that were given.
///
/// Hidden files and what a `.gitignore` file names are left out, unless they are a PATH
/// themselves. A folder is entered once, whatever links lead to it, and nothing but regular files
/// is ever opened.
public struct SourceWalk: Sendable {
  /// What a walk found, in the order of the ids.
  public struct Sources: Sendable {
    public var files: [SourceFile]
    public var skipped: [SkippedSource]
  }

  private let paths: [String]
  private let excluded: [String]

  /// - Parameters:
  ///   - paths: files and folders.
  ///   - excluded: folders that are left out with all that is in them: the index.
  public init(paths: [String], excluding excluded: [String] = []) {
    self.paths = paths
    self.excluded = excluded
  }

  /// Throws where one of the PATHs is missing or a folder of them cannot be listed; what goes
  /// wrong deeper down is reported as skipped.
  public func sources() throws(FileError) -> Sources {
    var roots: [SourceRoot] = []
    for path in paths { roots.append(try SourceRoot(path)) }
    SourceRoot.name(&roots)
    var traversal = FolderTraversal(
      excluded: excluded.compactMap { try? FileInfo(path: $0).identity })
    for root in roots { try traversal.visit(root) }
    return traversal.finish()
  }
}
