public import Corpus
import Indexing
import Platform
public import Retrieval
import SegmentFormat
public import Translation

/// The contents of a library, and the changes of its sources since it was indexed.
public struct LibraryStatus: Sendable {
  /// The index folders; none for the built-in articles.
  public var folders: [String]
  public var index: IndexStatus
  public var skipped: [SkippedSource] = []
  public var changes = SourceChanges()
  /// The report on the dictionaries, or nil if they were not examined.
  public var dictionaries: DictionaryReport?

  package init(folders: [String], index: IndexStatus) {
    self.folders = folders
    self.index = index
  }

  /// The index folders, separated by commas; nil for the built-in articles.
  public var folder: String? { folders.isEmpty ? nil : folders.joined(separator: ", ") }

  public var documents: Int { index.documents }

  public var passages: Int { index.languages.reduce(0) { $0 + $1.passages } }
}

extension Library {
  /// Returns the contents of the library, and the changes of its sources.
  ///
  /// - Complexity: O(*n*), where *n* is the number of files below the indexed paths.
  public func status() throws(IndexError) -> LibraryStatus {
    var status = LibraryStatus(folders: location.folders, index: try index.status())
    status.dictionaries = sharedDictionaries.report
    status.skipped = (status.index.catalog?.skipped ?? []).compactMap { SkippedSource($0) }
    status.changes = try changes()
    return status
  }

  /// Compares the sources with their state at indexing; a foreign index's are not looked at.
  ///
  /// - Complexity: O(*n*), where *n* is the number of files below the indexed paths.
  public func changes() throws(IndexError) -> SourceChanges {
    var all = SourceChanges()
    guard !isForeign else { return all }
    for (folder, catalog) in try index.catalogs() {
      all.add(SourceChanges(since: catalog, indexFolder: folder))
    }
    return all
  }
}

/// The absolute paths of the sources that have changed since they were indexed.
public struct SourceChanges: Sendable, Equatable {
  public var added: [String] = []
  public var changed: [String] = []
  public var removed: [String] = []

  /// The size of the new and changed files.
  private(set) var bytes = 0
  /// A Boolean value that indicates whether one of them is read by a helper program.
  private(set) var needsHelper = false

  public var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

  public init() {}

  mutating func add(_ others: SourceChanges) {
    added += others.added
    changed += others.changed
    removed += others.removed
  }

  init(since catalog: Catalog, indexFolder: String) {
    var lookup = SourceLookup(catalog)
    var isThere = [Bool](repeating: false, count: catalog.sources.count)
    let left = Set(catalog.skipped.map(\.path))
    // If a root has been removed, so has everything below it.
    let roots = catalog.roots.filter { (try? FileInfo(path: $0)) != nil }
    let walk = SourceWalk(paths: roots, around: indexFolder)
    for file in (try? walk.sources())?.files ?? [] {
      if let position = lookup.position(of: file.path) {
        isThere[position] = true
        guard !catalog.sources[position].isCurrent(as: file) else { continue }
        changed.append(file.path)
        count(file)
      } else if !left.contains(file.path) {
        added.append(file.path)
        count(file)
      }
    }
    removed = zip(catalog.sources, isThere).filter { !$1 }.map(\.0.record.path).sorted()
  }

  private mutating func count(_ file: SourceFile) {
    bytes += file.size
    if file.format.row.helper != nil { needsHelper = true }
  }
}
