import Bytes
import Platform
import SegmentFormat

/// A segment to merge with others, and the positions of its sources among all sources.
struct MergeInput {
  let file: SegmentFile
  let sources: [SourceRecord]
  /// The position of each source in the order of all sources.
  private let ranks: [Int]
  /// A flag for each passage that is `true` if it is deleted, or nil if none is deleted.
  private let deleted: [Bool]?
  /// The number of terms in the passages that are not deleted.
  let totalLength: UInt64

  /// Creates an input from a segment that may have deletions.
  ///
  /// - Parameters:
  ///   - segment: The segment.
  ///   - ranks: The position of each source in the order of all sources.
  init(_ segment: KeptSegment, ranks: [SourceRecord: Int]) throws(FormatError) {
    file = segment.published.file
    sources = segment.sources
    deleted = segment.deleted
    totalLength = file.properties.totalLength &- (try segment.deletedLength())
    self.ranks = segment.sources.map { ranks[$0] ?? .max }
  }

  /// Creates an input from a segment without deletions.
  init(_ file: SegmentFile, ranks: [SourceRecord: Int]) throws(FormatError) {
    self.file = file
    sources = try file.sourceRecords()
    deleted = nil
    totalLength = file.properties.totalLength
    self.ranks = sources.map { ranks[$0] ?? .max }
  }

  var passageCount: Int { file.properties.passageCount }

  func isDeleted(_ passage: Int) -> Bool { deleted?[passage] ?? false }

  /// Returns the key by which documents are ordered: the rank of the source, and the line in it.
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

/// The pages of input files that are in memory. Each page is read only once or twice, so pages are
/// released when there are too many of them.
struct InputPages {
  let inputs: [MergeInput]
  /// The size of mapped pages that may stay in memory, in bytes.
  let limit: Int

  /// Releases the pages of all inputs if the process has more mapped pages than the limit.
  func trim() {
    guard ResidentMemory.mappedByteCount ?? .max > limit else { return }
    for input in inputs { input.file.releasePages() }
  }
}
