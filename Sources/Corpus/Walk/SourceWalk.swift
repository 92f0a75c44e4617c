public import Platform

/// Finds the files to read below given paths.
///
/// Hidden files and files ignored by a `.gitignore` are left out, unless they are given themselves.
/// A folder is entered once, however many links lead to it, and only regular files are opened.
///
/// ```swift
/// let sources = try SourceWalk(paths: ["/home/putri/notes"]).sources()
/// let reader = SourceReader(sources.files)
/// ```
public struct SourceWalk: Sendable {
  /// Decides on a folder by its path and the names in it.
  public typealias FolderTest = @Sendable (_ path: String, _ names: [String]) -> Bool

  /// The result of a walk: files in the order of their ids, skipped ones in that of their paths.
  public struct Sources: Sendable {
    public var files: [SourceFile]
    public var skipped: [SkippedSource]
    /// The folders that were listed, in no particular order.
    public var folders: [String]
    /// The permission bits that all files have: what may read one of them may read every one.
    public var permissions: UInt32
  }

  private let paths: [String]
  private let excluded: [String]
  private let leavesOut: FolderTest

  /// - Parameters:
  ///   - paths: files and folders.
  ///   - excluded: folders that are left out with everything in them, such as the index itself.
  ///   - leavesOut: whether another folder below `paths` is left out too, such as another index.
  public init(
    paths: [String], excluding excluded: [String] = [],
    leavingOut leavesOut: @escaping FolderTest = { _, _ in false }
  ) {
    self.paths = paths
    self.excluded = excluded
    self.leavesOut = leavesOut
  }

  /// Returns the files found and those skipped.
  ///
  /// - Throws: If one of the paths does not exist or cannot be listed; failures further down are
  ///   reported as skipped files.
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

/// A file from which documents are read.
public struct SourceFile: Hashable, Sendable {
  /// The path relative to the given one, with the name of that folder in front (`articles/a.txt`):
  /// the id of its document, shown by citations.
  public var id: String
  /// Absolute.
  public var path: String
  public var format: SourceFormat
  /// In bytes, at the time of the walk.
  public var size: Int
  /// The time of the last change, in nanoseconds since 1970.
  public var modified: Int64

  public init(id: String, path: String, format: SourceFormat, size: Int, modified: Int64) {
    self.id = id
    self.path = path
    self.format = format
    self.size = size
    self.modified = modified
  }

  /// The file's name without its folder.
  var name: String { String(id.split(separator: "/").last ?? "") }
}
