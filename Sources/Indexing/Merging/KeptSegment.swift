import Bytes
import Model
import SegmentFormat
import TextAnalysis

/// A published segment that is kept in the next state, without the passages of sources that have
/// changed or disappeared.
struct KeptSegment {
  let published: PublishedSegment
  /// The sources, by their numbers in the segment.
  let sources: [SourceRecord]
  /// A flag for each passage that is `true` if it is deleted, or nil if none is deleted.
  private(set) var deleted: [Bool]?
  /// The deleted passages that were not deleted in the published state.
  private(set) var newlyDeleted: [Int] = []

  /// - Parameters:
  ///   - published: The published segment.
  ///   - isCurrent: A closure that returns whether a source still exists and is unchanged.
  init(
    _ published: PublishedSegment, isCurrent: (SourceRecord) -> Bool
  ) throws(FormatError) {
    self.published = published
    let file = published.file
    sources = try file.sourceRecords()
    let passages = file.properties.passageCount
    if let old = published.deletions { deleted = (0..<passages).map { old.contains($0) } }
    let isGone = sources.map { !isCurrent($0) }
    guard isGone.contains(true) else { return }
    var after = deleted ?? Array(repeating: false, count: passages)
    for passage in 0..<passages where !after[passage] {
      let source = try file.source(ofPassage: passage)
      guard source < isGone.count else { throw FormatError(.malformed, file: file.path) }
      if isGone[source] {
        after[passage] = true
        newlyDeleted.append(passage)
      }
    }
    if !newlyDeleted.isEmpty { deleted = after }
  }

  var language: Language { published.language }

  var passageCount: Int { published.passageCount - newlyDeleted.count }

  /// Returns a flag for each document that is `true` if it still has a passage.
  ///
  /// - Complexity: O(*n*), where *n* is the number of passages.
  func liveDocuments() -> [Bool] {
    let file = published.file
    guard let deleted else {
      return Array(repeating: true, count: file.properties.documentCount)
    }
    var isLive = [Bool](repeating: false, count: file.properties.documentCount)
    for passage in deleted.indices where !deleted[passage] {
      let document = file.document(ofPassage: passage)
      if document < isLive.count { isLive[document] = true }
    }
    return isLive
  }

  /// Calls `body` with the id, the source and the line of each document that still has a passage.
  /// The line is 0 if the document is the whole file.
  func forEachDocument(
    _ body: (_ id: String, _ source: SourceRecord, _ line: Int) throws(IndexingError) -> Void
  ) throws(IndexingError) {
    let file = published.file
    let isLive = liveDocuments()
    var ids = file.documentIDs.makeReader()
    for document in isLive.indices {
      let id: String
      do throws(FormatError) { id = try ids.next() } catch {
        throw .format(error.inFile(file.path))
      }
      let place = file.place(ofDocument: document)
      guard isLive[document], place.source < sources.count else { continue }
      try body(id, sources[place.source], place.line)
    }
  }

  /// Returns the number of terms in all deleted passages.
  func deletedLength() throws(FormatError) -> UInt64 {
    var terms = DeletedTerms(published.file)
    try terms.add(newlyDeleted)
    return terms.totalLength + (published.deletions?.totalLength ?? 0)
  }

  /// Returns the bytes of the deletions file, or nil if the deletions have not changed.
  func newDeletions() throws(FormatError) -> [UInt8]? {
    guard let deleted, !newlyDeleted.isEmpty else { return nil }
    var terms = DeletedTerms(published.file)
    try terms.add(newlyDeleted)
    if let old = published.deletions { try terms.add(old) }
    return Deletions.encode(
      deleted, documentCount: liveDocuments().count { !$0 }, totalLength: terms.totalLength,
      frequencies: terms.sorted())
  }
}

extension SegmentFile {
  /// Returns the records of all sources, by number.
  func sourceRecords() throws(FormatError) -> [SourceRecord] {
    var cache = BlockCache()
    var records: [SourceRecord] = []
    for number in 0..<sources.count {
      records.append(
        try decodeItem(number, of: sources, &cache) { bytes throws(FormatError) in
          try SourceRecord(decoding: bytes)
        })
    }
    return records
  }

  /// Returns the number of a passage's source.
  func source(ofPassage passage: Int) throws(FormatError) -> Int {
    let document = document(ofPassage: passage)
    guard document < properties.documentCount else {
      throw FormatError(.malformed, file: path)
    }
    return place(ofDocument: document).source
  }

  func decodeItem<Value>(
    _ number: Int, of store: BlockStoreReader, _ cache: inout BlockCache,
    _ decode: (UnsafeRawBufferPointer) throws(FormatError) -> Value
  ) throws(FormatError) -> Value {
    do throws(FormatError) {
      return try store.withItem(number, cache: &cache) { bytes -> Result<Value, FormatError> in
        do throws(FormatError) {
          return .success(try decode(bytes))
        } catch {
          return .failure(error)
        }
      }.get()
    } catch {
      throw error.inFile(path)
    }
  }
}
