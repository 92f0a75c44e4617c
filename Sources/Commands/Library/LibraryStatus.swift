import Corpus
import Indexing
import Platform
import Retrieval
import SegmentFormat
import TextAnalysis
import Translation

/// What a library holds, and whether its sources are still as they were.
struct LibraryStatus: Sendable {
  /// The folder; nil for the built-in articles.
  var folder: String?
  var index: IndexStatus
  var skipped: [SkippedSource] = []
  var changes = SourceChanges()
  /// Nil where nobody looked.
  var dictionaries: DictionaryReport?

  init(folder: String?, index: IndexStatus) {
    self.folder = folder
    self.index = index
  }

  init(of library: Library) throws(IndexError) {
    folder = if case .folder(let folder) = library.location { folder } else { nil }
    index = try library.index.status()
    dictionaries = library.translator.report
    guard let catalog = index.catalog, let folder else { return }
    skipped = catalog.skipped.compactMap { SkippedSource($0) }
    changes = SourceChanges(since: catalog, indexFolder: folder)
  }

  var documents: Int { index.documents }

  var passages: Int { index.languages.reduce(0) { $0 + $1.passages } }
}

/// Sources that are not now as they were indexed: absolute paths.
struct SourceChanges: Sendable, Equatable {
  var added: [String] = []
  var changed: [String] = []
  var removed: [String] = []

  var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

  init() {}

  init(since catalog: Catalog, indexFolder: String) {
    var indexed = Dictionary(
      catalog.sources.map { ($0.record.path, $0.record) }, uniquingKeysWith: { first, _ in first })
    let left = Set(catalog.skipped.map(\.path))
    for root in catalog.roots {
      // What lay under a root that is gone, is gone.
      let walk = SourceWalk(paths: [root], around: indexFolder)
      for file in (try? walk.sources())?.files ?? [] {
        if let old = indexed.removeValue(forKey: file.path) {
          if old.size != file.size || old.modified != Int(file.modified) {
            changed.append(file.path)
          }
        } else if !left.contains(file.path) {
          added.append(file.path)
        }
      }
    }
    removed = indexed.keys.sorted()
  }
}
