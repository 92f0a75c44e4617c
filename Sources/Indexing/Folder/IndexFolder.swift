public import Corpus
import Platform
import SegmentFormat
import TextAnalysis

extension SourceWalk {
  /// Creates a walk for the index in `folder`, which leaves out that index and all others.
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
  /// Names that may be present in a folder that becomes an index.
  private static let harmless: Set<String> = ["README.md", ".gitignore", lockName]

  /// Creates the folder if necessary and locks it.
  ///
  /// - Throws: `folderTaken` if it contains anything but an index, so that no file of the user's is
  ///   ever overwritten; `locked` if another process is writing the index.
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

  /// Returns whether a folder with these names is an index, even a damaged one. A file that merely
  /// has the name of a manifest does not make one.
  static func isIndex(_ path: String, _ names: [String]) -> Bool {
    guard names.contains(Manifest.fileName) else { return false }
    if names.contains(where: { isOurs($0, in: path) }) { return true }
    guard let manifest = try? MappedFile(path: path + "/" + Manifest.fileName) else { return false }
    return manifest.withBytes { $0.starts(with: Manifest.signature.utf8) }
  }

  /// Returns whether a file is one that indexing made, by its name and its first bytes.
  private static func isOurs(_ name: String, in path: String) -> Bool {
    IndexFileName(name)?.matchesContent(at: path + "/" + name) ?? false
  }

  /// Returns the published state; nil if nothing is published yet.
  ///
  /// - Parameters:
  ///   - rebuilds: whether everything is read again, so that damaged segments do not matter.
  ///   - ignoringDamage: whether an index that cannot be read counts as none.
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

  /// Returns a state whose files overwrite no existing ones, even if the manifest that names them
  /// cannot be read.
  ///
  /// - Parameter old: the generation of the replaced state, 0 if there is none or it is unreadable.
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

  /// Removes the files of other states than these, and of runs that did not finish. Failures are
  /// ignored.
  func removeLeftOvers(beside manifests: [Manifest]) {
    let current = Set(manifests.flatMap(\.files).map(\.name))
    guard let names = try? Folder.names(in: path) else { return }
    for name in names where !current.contains(name) && IndexFolder.isOurs(name, in: path) {
      try? Folder.removeFile(path + "/" + name)
    }
  }

  /// Removes what a failed run has written.
  ///
  /// - Parameter old: the manifest that was published before the run.
  func clearFailedRun(old: Manifest?) {
    // It may have failed after renaming the new manifest, before that was safe on disk.
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
