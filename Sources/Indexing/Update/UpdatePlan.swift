import Bytes
import Corpus
import Platform
import SegmentFormat
import TextAnalysis

/// The plan of an update: the parts of the old state that it keeps, and the sources that it reads.
struct UpdatePlan {
  private let walk: SourceWalk.Sources
  /// For each file of the walk, the old catalog's source, or nil if the content has changed.
  private var known: [Catalog.Source?]
  private let records: [SourceRecord]
  private var oldSkips: [Catalog.Skip] = []
  /// The segments that have passages left.
  private(set) var kept: [KeptSegment] = []
  /// A Boolean value that indicates whether the contents of sources, skipped files and analysis are
  /// those of the old state.
  private(set) var changesNothing = false
  /// A Boolean value that indicates whether the old catalog has the current stamps of the files.
  private(set) var hasStamps = false

  /// - Parameters:
  ///   - old: The old state, or nil to read all sources again.
  ///   - walk: The current sources.
  init(old: IndexState?, _ walk: SourceWalk.Sources) throws(IndexingError) {
    self.walk = walk
    guard let old, old.isCurrent else {
      known = Array(repeating: nil, count: walk.files.count)
      records = walk.files.map { SourceRecord($0) }
      return
    }
    let retried = old.catalog.readableAgain
    var lookup = SourceLookup(old.catalog)
    known = walk.files.map { file in
      guard let source = lookup.position(of: file.path).map({ old.catalog.sources[$0] }),
        source.record.id == file.id,
        source.record.format == file.format.rawValue, !retried.contains(file.path)
      else { return nil }
      return source.current(as: file)
    }
    let records = zip(walk.files, known).map { file, source in
      source?.record ?? SourceRecord(file)
    }
    self.records = records
    changesNothing =
      retried.isEmpty && !known.contains(nil) && old.catalog.sources.map(\.record) == records
      && old.catalog.hasSkipped(walk.skipped)
    hasStamps = changesNothing && old.catalog.sources.map(\.stamp) == known.map { $0?.stamp }
    oldSkips = old.catalog.skipped
    if changesNothing, hasStamps { return }
    // A record alone does not reveal whether its file has changed: a file that has replaced another
    // may have the same size and time.
    let current = Set(known.compactMap { $0?.record })
    do throws(FormatError) {
      for segment in old.segments {
        let segment = try KeptSegment(segment) { current.contains($0) }
        if segment.passageCount > 0 { kept.append(segment) }
      }
    } catch {
      throw .format(error)
    }
  }

  /// The position of each source in the order of all sources.
  var ranks: [SourceRecord: Int] {
    Dictionary(zip(records, records.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The files to read.
  var files: [SourceFile] {
    zip(walk.files, known).filter { $0.1 == nil }.map(\.0)
  }

  /// Returns the catalog of the next state.
  func catalog(roots: [String], folder: String, _ read: SegmentBuilder.Result) -> Catalog {
    var next = 0
    let sources = zip(walk.files, known).map { file, source in
      if let source { return source }
      defer { next += 1 }
      return Catalog.Source(
        SourceRecord(file), stamp: SourceStamp(file, contentHash: read.contentHashes[next]),
        documentCount: read.documentCounts[next], shortForms: read.shortForms[next])
    }
    var skips: [String: [Catalog.Skip]] = [:]
    let unread = Set(known.compactMap { $0?.record.path })
    for skip in oldSkips where unread.contains(skip.path) {
      skips[skip.path, default: []].append(skip)
    }
    for skipped in read.skipped {
      skips[skipped.path, default: []].append(Catalog.Skip(skipped))
    }
    return Catalog(
      roots: roots, folder: folder, sources: sources,
      skipped: walk.skipped.map { Catalog.Skip($0) }
        + records.flatMap { skips.removeValue(forKey: $0.path) ?? [] })
  }
}

extension Catalog {
  /// Returns whether the given files are all that were skipped without being read. The catalog has
  /// them first, and then those of its sources, in their order.
  fileprivate func hasSkipped(_ files: [SkippedSource]) -> Bool {
    guard skipped.prefix(files.count).elementsEqual(files.lazy.map { Skip($0) }) else {
      return false
    }
    var rest = skipped[files.count...]
    for source in sources {
      if rest.isEmpty { break }
      rest = rest.drop { $0.path == source.record.path }
    }
    return rest.isEmpty
  }

  /// The paths that could not be read last time but can be read now, because permissions have
  /// changed or a helper program has been installed. Sizes and times of files do not reveal this.
  fileprivate var readableAgain: Set<String> {
    var helpers: [String: Bool] = [:]
    return Set(
      skipped.filter {
        switch SkippedSource($0)?.reason {
        case .unreadable: return (try? OpenFile(path: $0.path)) != nil
        case .helperMissing(let command, _):
          let isFound = helpers[command] ?? HelperProgram.isInstalled(command)
          helpers[command] = isFound
          return isFound
        default: return false
        }
      }.map(\.path))
  }
}
