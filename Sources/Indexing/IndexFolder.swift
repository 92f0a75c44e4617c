public import Corpus
import Platform
import SegmentFormat
import TextAnalysis

extension SourceWalk {
  /// A walk for the index in `folder`, which leaves out that and all other indexes.
  public init(paths: [String], around folder: String) {
    self.init(paths: paths, excluding: [folder], leavingOut: IndexFolder.isIndex)
  }
}

/// The folder of an index, held for writing.
struct IndexFolder {
  let path: String
  private let lock: FileLock

  private static let lockName = "lock"
  /// What may stand in a folder that becomes an index.
  private static let harmless: Set<String> = ["README.md", ".gitignore", lockName]

  /// Makes the folder if need be, and locks it. A folder that holds anything but an index is
  /// refused, so that nothing of the user's is ever overwritten.
  init(preparing path: String) throws(IndexingError) {
    self.path = path
    var taken: String?
    let lock: FileLock?
    do throws(FileError) {
      try Folder.create(path)
      let names = try Folder.names(in: path)
      if !IndexFolder.isIndex(path, names) {
        taken = names.first { !IndexFolder.harmless.contains($0) && !IndexFolder.isOurs($0) }
      }
      lock = taken == nil ? try FileLock(path: path + "/" + IndexFolder.lockName) : nil
    } catch {
      throw .file(error)
    }
    if let taken { throw .folderTaken(path: path, found: taken) }
    guard let lock else { throw .locked(path: path) }
    self.lock = lock
  }

  /// Whether a folder with these names is an index, be it a damaged one: a file that happens to be
  /// called like a manifest makes none.
  static func isIndex(_ path: String, _ names: [String]) -> Bool {
    guard names.contains(Manifest.fileName) else { return false }
    if names.contains(where: isOurs) { return true }
    guard let manifest = try? MappedFile(path: path + "/" + Manifest.fileName) else { return false }
    return manifest.withBytes { $0.starts(with: Manifest.signature.utf8) }
  }

  /// Whether a name is one that an indexing run gives to its files.
  private static func isOurs(_ name: String) -> Bool {
    let stem = OutputFile.publishedName(ofTemporary: name) ?? name
    if stem == Manifest.fileName { return name != stem }
    return [".segment", ".deletions", ".order", ".names", ".catalog"].contains {
      stem.hasSuffix($0)
    }
      && stem.prefix(6).allSatisfy(\.isNumber)
  }

  /// The published state; nil where there is none yet.
  ///
  /// - Parameters:
  ///   - rebuilds: everything is read again, so that damage of segments is no matter.
  ///   - ignoringDamage: an index that cannot be read counts as none.
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

  /// A state whose files overwrite none that is there, also where the manifest that names those
  /// cannot be read.
  ///
  /// - Parameter old: generation of the state that is replaced, 0 where there is none to be read.
  func nextGeneration(after old: Int) throws(IndexingError) -> NextGeneration {
    try IndexingError.converting {
      let names = try Folder.names(in: path)
      let last = names.reduce(old) {
        IndexFolder.isOurs($1) ? max($0, Int($1.prefix(6)) ?? 0) : $0
      }
      return NextGeneration(folder: path, generation: last + 1)
    }
  }

  /// Files of states other than these, and of runs that did not end. Failing to remove one does no
  /// harm.
  func removeLeftOvers(beside manifests: [Manifest]) {
    let current = Set(manifests.flatMap(\.files).map(\.name))
    guard let names = try? Folder.names(in: path) else { return }
    for name in names where IndexFolder.isOurs(name) && !current.contains(name) {
      try? Folder.removeFile(path + "/" + name)
    }
  }

  /// Removes what a run has written that failed.
  ///
  /// - Parameter old: what was published before.
  func clearFailedRun(old: Manifest?) {
    // It may have failed when the new manifest was there already, but not surely on disk.
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
