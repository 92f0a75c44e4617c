public import Platform

/// Finds the files to read below given paths.
///
/// Hidden files, and files that match the patterns of ignore files (`IgnoreRules`), are left out
/// unless they are given themselves. A folder is entered only once, even if several links lead to
/// it, and only regular files are opened.
///
/// ```swift
/// let sources = try SourceWalk(paths: ["/home/putri/notes"]).sources()
/// let reader = SourceReader(sources.files)
/// ```
public struct SourceWalk: Sendable {
  /// A test of a folder by its path and the names in it.
  public typealias FolderTest = @Sendable (_ path: String, _ names: [String]) -> Bool

  /// The result of a walk: files in the order of their ids, and skipped ones in the order of their
  /// paths.
  public struct Sources: Sendable {
    public var files: [SourceFile]
    public var skipped: [SkippedSource]
    /// The folders that were listed, in no particular order.
    public var folders: [String]
    /// The permission bits that all files have in common: a user who may read one of the files by
    /// these bits may read every one.
    public var permissions: UInt32
  }

  private let paths: [String]
  private let excluded: [String]
  private let userExcludes: String?
  private let leavesOut: FolderTest

  /// - Parameters:
  ///   - paths: Files and folders.
  ///   - excluded: Folders that are left out with all their contents, such as the index itself.
  ///   - userExcludes: The path of the file with patterns that git ignores in all repositories of
  ///     the user.
  ///   - leavesOut: A test that returns `true` for another folder below `paths` that is to be left
  ///     out, such as another index.
  public init(
    paths: [String], excluding excluded: [String] = [], userExcludes: String? = nil,
    leavingOut leavesOut: @escaping FolderTest = { _, _ in false }
  ) {
    self.paths = paths
    self.excluded = excluded
    self.userExcludes = userExcludes
    self.leavesOut = leavesOut
  }

  /// Returns the files that were found and those that were skipped.
  ///
  /// - Throws: `FileError` if one of the paths does not exist or cannot be listed. Failures further
  ///   down are reported as skipped files.
  public func sources() throws(FileError) -> Sources {
    var roots: [SourceRoot] = []
    for path in paths { roots.append(try SourceRoot(path)) }
    SourceRoot.name(&roots)
    var traversal = FolderTraversal(
      excluded: excluded.compactMap { try? FileInfo(path: $0).identity },
      ignoring: IgnoreFiles(userExcludes: userExcludes), leavingOut: leavesOut)
    for root in roots { try traversal.visit(root) }
    return traversal.finish()
  }
}

/// A file from which documents are read.
public struct SourceFile: Hashable, Sendable {
  /// The path relative to the given one, preceded by the name of that folder (`articles/a.txt`). It
  /// is the id of its document, which citations show.
  public var id: String
  /// The absolute path.
  public var path: String
  public var format: SourceFormat
  /// The size in bytes at the time of the walk.
  public var size: Int
  /// The time of the last change, in nanoseconds since 1970.
  public var modified: Int64
  /// The system's own time of the last change (`FileInfo.changed`); 0 if it is not known.
  public var changed: Int64 = 0
  /// The inode number of the file; 0 if it is not known.
  public var inode: UInt64 = 0

  public init(id: String, path: String, format: SourceFormat, size: Int, modified: Int64) {
    self.id = id
    self.path = path
    self.format = format
    self.size = size
    self.modified = modified
  }

  init(id: String, path: String, format: SourceFormat, _ info: FileInfo) {
    self.init(
      id: id, path: path, format: format, size: info.size, modified: info.modified)
    changed = info.changed
    inode = info.identity.inode
  }

  /// The file's name without its folder.
  var name: String { String(id.split(separator: "/").last ?? "") }
}
