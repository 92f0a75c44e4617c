import Bytes
import Platform
import SegmentFormat

/// A segment that is merged with others, and the positions of its sources among all.
struct MergeInput {
  let file: SegmentFile
  let sources: [SourceRecord]
  /// By source, its position in the order of all sources.
  private let ranks: [Int]
  /// By passage; nil if none is deleted.
  private let deleted: [Bool]?
  /// The number of terms in all passages that are left.
  let totalLength: UInt64

  /// - Parameter ranks: the order of all sources.
  init(_ segment: KeptSegment, ranks: [SourceRecord: Int]) throws(FormatError) {
    file = segment.published.file
    sources = segment.sources
    deleted = segment.deleted
    totalLength = file.properties.totalLength &- (try segment.deletedLength())
    self.ranks = segment.sources.map { ranks[$0] ?? .max }
  }

  /// Creates an input of a segment without deletions.
  init(_ file: SegmentFile, ranks: [SourceRecord: Int]) throws(FormatError) {
    self.file = file
    sources = try file.sourceRecords()
    deleted = nil
    totalLength = file.properties.totalLength
    self.ranks = sources.map { ranks[$0] ?? .max }
  }

  var passageCount: Int { file.properties.passageCount }

  func isDeleted(_ passage: Int) -> Bool { deleted?[passage] ?? false }

  /// Returns the key by which documents are ordered: their source, and their line in it.
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

/// The pages of merged files that are in memory. Each is read once or twice, so they are released
/// when they become too many.
struct InputPages {
  let inputs: [MergeInput]
  /// In bytes: mapped files that may stay in memory.
  let limit: Int

  func trim() {
    guard ResidentMemory.mappedByteCount ?? .max > limit else { return }
    for input in inputs { input.file.releasePages() }
  }
}
