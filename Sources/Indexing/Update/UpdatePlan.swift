import Bytes
import Corpus
import Platform
import SegmentFormat
import TextAnalysis

/// The plan of an update: the parts of the old state that it keeps, and the sources that it reads.
struct UpdatePlan {
  private let walk: SourceWalk.Sources
  private let records: [SourceRecord]
  /// The sources of the old catalog that have not changed, empty if nothing is kept.
  private var known: [SourceRecord: Catalog.Source] = [:]
  private var oldSkips: [Catalog.Skip] = []
  /// The segments that have passages left.
  private(set) var kept: [KeptSegment] = []
  /// A Boolean value that indicates whether sources, skipped files and analysis are those of the
  /// old state.
  private(set) var changesNothing = false

  /// - Parameters:
  ///   - old: The old state, or nil to read all sources again.
  ///   - walk: The current sources.
  init(old: IndexState?, _ walk: SourceWalk.Sources) throws(IndexingError) {
    self.walk = walk
    records = walk.files.map { SourceRecord($0) }
    guard let old, old.isCurrent else { return }
    let paths = Set(old.catalog.sources.map(\.record.path))
    let retried = old.catalog.readableAgain
    changesNothing =
      retried.isEmpty && old.catalog.sources.map(\.record) == records
      && old.catalog.skipped.filter { !paths.contains($0.path) }
        == walk.skipped.map { Catalog.Skip($0) }
    let current = Set(records).filter { !retried.contains($0.path) }
    for source in old.catalog.sources where current.contains(source.record) {
      known[source.record] = source
    }
    oldSkips = old.catalog.skipped
    if changesNothing { return }
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
    zip(walk.files, records).filter { known[$0.1] == nil }.map(\.0)
  }

  /// Returns the catalog of the next state.
  func catalog(roots: [String], _ read: SegmentBuilder.Result) -> Catalog {
    var counts = zip(read.documentCounts, read.shortForms).makeIterator()
    let sources = records.map { record in
      if let known = known[record] { return known }
      let (count, shortForms) = counts.next() ?? (0, [])
      return Catalog.Source(record, documentCount: count, shortForms: shortForms)
    }
    var skips: [String: [Catalog.Skip]] = [:]
    let unread = Set(known.keys.map(\.path))
    for skip in oldSkips where unread.contains(skip.path) {
      skips[skip.path, default: []].append(skip)
    }
    for skipped in read.skipped {
      skips[skipped.path, default: []].append(Catalog.Skip(skipped))
    }
    return Catalog(
      roots: roots, sources: sources,
      skipped: walk.skipped.map { Catalog.Skip($0) }
        + records.flatMap { skips.removeValue(forKey: $0.path) ?? [] })
  }
}

extension Catalog {
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
