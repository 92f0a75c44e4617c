public import Corpus
import Indexing
import Platform
public import Retrieval
import SegmentFormat
public import Translation

/// The contents of a library, and the changes of its sources since it was indexed.
public struct LibraryStatus: Sendable {
  /// The index folder; nil for the built-in articles.
  public var folder: String?
  public var index: IndexStatus
  public var skipped: [SkippedSource] = []
  public var changes = SourceChanges()
  /// Nil if the dictionaries were not examined.
  public var dictionaries: DictionaryReport?

  package init(folder: String?, index: IndexStatus) {
    self.folder = folder
    self.index = index
  }

  public var documents: Int { index.documents }

  public var passages: Int { index.languages.reduce(0) { $0 + $1.passages } }
}

extension Library {
  /// Reports what the library holds and how its sources have changed.
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

/// Sources that differ from their state at indexing: absolute paths.
public struct SourceChanges: Sendable, Equatable {
  public var added: [String] = []
  public var changed: [String] = []
  public var removed: [String] = []

  public var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

  public init() {}

  init(since catalog: Catalog, indexFolder: String) {
    var indexed = catalog.sourcesByPath
    let left = Set(catalog.skipped.map(\.path))
    // If a root is gone, so is everything below it.
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
