import Bytes
import SegmentFormat

/// A segment that is joined with others, and where its sources stand among all.
struct MergeInput {
  let file: SegmentFile
  let sources: [SourceRecord]
  /// By source, its place in the order of all sources.
  private let ranks: [Int]
  /// By passage; nil where none is deleted.
  private let deleted: [Bool]?
  /// Terms in all passages that are left.
  let totalLength: UInt64

  /// - Parameter ranks: the order of all sources.
  init(_ segment: KeptSegment, ranks: [SourceRecord: Int]) throws(FormatError) {
    file = segment.published.file
    sources = segment.sources
    deleted = segment.deleted
    totalLength = file.properties.totalLength &- (try segment.deletedLength())
    self.ranks = segment.sources.map { ranks[$0] ?? .max }
  }

  /// A segment of which nothing is deleted.
  init(_ file: SegmentFile, ranks: [SourceRecord: Int]) throws(FormatError) {
    self.file = file
    sources = try file.sourceRecords()
    deleted = nil
    totalLength = file.properties.totalLength
    self.ranks = sources.map { ranks[$0] ?? .max }
  }

  var passageCount: Int { file.properties.passageCount }

  func isDeleted(_ passage: Int) -> Bool { deleted?[passage] ?? false }

  /// Documents stand in the order of their sources, and of their lines in these.
  func key(ofDocument document: Int) throws(FormatError) -> (rank: Int, line: Int) {
    let place = try place(ofDocument: document)
    return (ranks[place.source], place.line)
  }

  func place(ofDocument document: Int) throws(FormatError) -> (source: Int, line: Int) {
    let place = file.place(ofDocument: document)
    guard place.source < ranks.count else {
      throw FormatError(
        .malformed, file: file.path, section: SegmentLayout.Section.documentSource.name)
    }
    return place
  }
}
