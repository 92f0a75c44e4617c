public import Corpus
import Indexing
import Platform
public import Retrieval
import SegmentFormat
public import Translation

/// The contents of a library, and the changes of its sources since it was indexed.
public struct LibraryStatus: Sendable {
  /// The index folder, or nil for the built-in articles.
  public var folder: String?
  public var index: IndexStatus
  public var skipped: [SkippedSource] = []
  public var changes = SourceChanges()
  /// The report on the dictionaries, or nil if they were not examined.
  public var dictionaries: DictionaryReport?

  package init(folder: String?, index: IndexStatus) {
    self.folder = folder
    self.index = index
  }

  public var documents: Int { index.documents }

  public var passages: Int { index.languages.reduce(0) { $0 + $1.passages } }
}

extension Library {
  /// Returns the contents of the library, and the changes of its sources.
  ///
  /// - Complexity: O(*n*), where *n* is the number of files below the indexed paths.
  public func status() throws(IndexError) -> LibraryStatus {
    var status = LibraryStatus(folder: location.folder, index: try index.status())
    status.dictionaries = translator.report
    guard let catalog = status.index.catalog, let folder = location.folder else { return status }
    status.skipped = catalog.skipped.compactMap { SkippedSource($0) }
    if !isForeign { status.changes = SourceChanges(since: catalog, indexFolder: folder) }
    return status
  }
}

/// The absolute paths of the sources that have changed since they were indexed.
public struct SourceChanges: Sendable, Equatable {
  public var added: [String] = []
  public var changed: [String] = []
  public var removed: [String] = []

  public var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

  public init() {}

  init(since catalog: Catalog, indexFolder: String) {
    var indexed = catalog.sourcesByPath
    let left = Set(catalog.skipped.map(\.path))
    // If a root has been removed, so has everything below it.
    let roots = catalog.roots.filter { (try? FileInfo(path: $0)) != nil }
    let walk = SourceWalk(paths: roots, around: indexFolder)
    for file in (try? walk.sources())?.files ?? [] {
      if let old = indexed.removeValue(forKey: file.path) {
        if old.current(as: file) == nil { changed.append(file.path) }
      } else if !left.contains(file.path) {
        added.append(file.path)
      }
    }
    removed = indexed.keys.sorted()
  }
}
