public import Corpus
import Platform
import SegmentFormat
import TextAnalysis

extension SourceWalk {
  /// Creates a walk for the index in `folder`. The walk skips this index and all others.
  public init(paths: [String], around folder: String) {
    self.init(
      paths: paths, excluding: [folder],
      userExcludes: GitConfiguration.excludesFile(environment: .process),
      leavingOut: IndexFolder.isIndex)
  }
}

/// The folder of an index, locked for writing.
struct IndexFolder {
  let path: String
  private let lock: FileLock

  private static let lockName = "lock"
  /// The names that a folder may contain before it becomes an index.
  private static let harmless: Set<String> = ["README.md", ".gitignore", lockName]

  /// Creates the folder if necessary and locks it.
  ///
  /// - Throws: `folderTaken` if the folder contains anything but an index, so that no file of the
  ///   user is ever overwritten; `locked` if another process is writing the index.
  init(preparing path: String) throws(IndexingError) {
    self.path = path
    var taken: String?
    let lock: FileLock?
    do throws(FileError) {
      try Folder.create(path)
      let names = try Folder.names(in: path)
      if !IndexFolder.isIndex(path, names) {
        taken = names.first {
          !IndexFolder.harmless.contains($0) && !IndexFolder.isOurs($0, in: path)
        }
      }
      lock = taken == nil ? try FileLock(path: path + "/" + IndexFolder.lockName) : nil
    } catch {
      throw .file(error)
    }
    if let taken { throw .folderTaken(path: path, found: taken) }
    guard let lock else { throw .locked(path: path) }
    self.lock = lock
  }

  /// Returns whether the folder at `path`, which contains the given names, is an index, even a
  /// damaged one. A file that only has the name of a manifest is not enough.
  static func isIndex(_ path: String, _ names: [String]) -> Bool {
    guard names.contains(Manifest.fileName) else { return false }
    if names.contains(where: { isOurs($0, in: path) }) { return true }
    guard let manifest = try? MappedFile(path: path + "/" + Manifest.fileName) else { return false }
    return manifest.withBytes { $0.starts(with: Manifest.signature.utf8) }
  }

  /// Returns whether indexing has created a file, judging by its name and its first bytes.
  private static func isOurs(_ name: String, in path: String) -> Bool {
    IndexFileName(name)?.matchesContent(at: path + "/" + name) ?? false
  }

  /// Returns the published state, or nil if nothing is published yet.
  ///
  /// - Parameters:
  ///   - rebuilds: A Boolean value that indicates whether everything will be read again, so that
  ///     damaged segments do not matter.
  ///   - ignoringDamage: A Boolean value that indicates whether to return nil for an index that
  ///     cannot be read.
  func state(rebuilds: Bool, ignoringDamage: Bool) throws(IndexingError) -> IndexState? {
    do throws(IndexFileError) {
      return try IndexState(of: path, rebuilds: rebuilds)
    } catch {
      if ignoringDamage { return nil }
      switch error {
      case .file(let error): throw .file(error)
      case .format(let error): throw .format(error)
      }
    }
  }

  /// Returns a generation whose files do not overwrite existing ones, even if the manifest that
  /// names those cannot be read.
  ///
  /// - Parameters:
  ///   - old: The generation of the state to replace, or 0 if there is none or it is unreadable.
  ///   - permissions: The permissions that all sources have in common.
  func nextGeneration(
    after old: Int, permissions: UInt32
  ) throws(IndexingError) -> NextGeneration {
    try IndexingError.converting {
      let names = try Folder.names(in: path)
      let last = names.reduce(old) {
        max($0, IndexFileName($1)?.generation ?? 0)
      }
      return NextGeneration(
        folder: path, generation: last + 1, permissions: permissions & 0o644 | 0o600)
    }
  }

  /// Removes the files that the given manifests do not name: those of other states and of runs that
  /// did not finish. Failures are ignored.
  func removeLeftOvers(beside manifests: [Manifest]) {
    let current = Set(manifests.flatMap(\.files).map(\.name))
    guard let names = try? Folder.names(in: path) else { return }
    for name in names where !current.contains(name) && IndexFolder.isOurs(name, in: path) {
      try? Folder.removeFile(path + "/" + name)
    }
  }

  /// Removes the files that a failed run has written.
  ///
  /// - Parameter old: The manifest that was published before the run.
  func clearFailedRun(old: Manifest?) {
    // The run may have failed after it renamed the new manifest, but before that reached the disk.
    // So the files of both manifests are kept.
    let file = try? MappedFile(path: path + "/" + Manifest.fileName)
    guard let file else {
      if old == nil { removeLeftOvers(beside: []) }
      return
    }
    guard let manifest = try? file.withBytes({ try Manifest(decoding: $0, allowsOlder: true) })
    else { return }
    removeLeftOvers(beside: [manifest] + (old.map { [$0] } ?? []))
  }
}
