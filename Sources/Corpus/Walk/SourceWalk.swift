public import Platform

/// Finds the files to read below the PATHs that were given.
///
/// Hidden files and what a `.gitignore` file names are left out, unless they are a PATH
/// themselves. A folder is entered once, whatever links lead to it, and nothing but regular files
/// is ever opened.
public struct SourceWalk: Sendable {
  /// Is told a folder's path and the names in it.
  public typealias FolderTest = @Sendable (_ path: String, _ names: [String]) -> Bool

  /// What a walk found, in the order of the ids.
  public struct Sources: Sendable {
    public var files: [SourceFile]
    public var skipped: [SkippedSource]
  }

  private let paths: [String]
  private let excluded: [String]
  private let leavesOut: FolderTest

  /// - Parameters:
  ///   - paths: files and folders.
  ///   - excluded: folders that are left out with all that is in them: the index.
  ///   - leavesOut: whether a folder below a PATH is left out, too: another index.
  public init(
    paths: [String], excluding excluded: [String] = [],
    leavingOut leavesOut: @escaping FolderTest = { _, _ in false }
  ) {
    self.paths = paths
    self.excluded = excluded
    self.leavesOut = leavesOut
  }

  /// Throws where one of the PATHs is missing or a folder of them cannot be listed; what goes
  /// wrong deeper down is reported as skipped.
  public func sources() throws(FileError) -> Sources {
    var roots: [SourceRoot] = []
    for path in paths { roots.append(try SourceRoot(path)) }
    SourceRoot.name(&roots)
    var traversal = FolderTraversal(
      excluded: excluded.compactMap { try? FileInfo(path: $0).identity }, leavingOut: leavesOut)
    for root in roots { try traversal.visit(root) }
    return traversal.finish()
  }
}
