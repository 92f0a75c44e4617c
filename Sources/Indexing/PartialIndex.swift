import SegmentFormat

/// What one reading unit gives to one language: its passages in order with their terms, not yet
/// inverted. Units are joined in the order of the sources, whichever thread made them, so that the
/// same sources give the same bytes.
struct PartialIndex: Sendable {
  /// Surface forms with their frequencies, passage after passage. Numbers are the making worker's.
  struct Counts: Sendable {
    var surfaces: [Vocabulary.SurfaceID] = []
    var frequencies: [UInt8] = []
    /// For each passage, where its counts end.
    var ends: [Int] = []
  }

  /// Which worker's vocabulary the counts refer to.
  var worker: Int
  /// Title, headings and text together.
  var joined = Counts()
  /// Title and headings only.
  var titles = Counts()
  /// `document` counts within this part.
  var passages: [PassageRow] = []
  /// A `PassageRecord` each.
  var text = StoredItems()
  var documentIDs: [String] = []
  /// Line in the source, 0 where the document is the whole file.
  var documentLines: [Int] = []
  /// A `DocumentRecord` each.
  var documents = StoredItems()
  /// Index of the source file in the run's list.
  var source: Int

  init(worker: Int, source: Int) {
    self.worker = worker
    self.source = source
  }

  /// An empty part with room for about as much as another holds: units are mostly of one size.
  init(like other: PartialIndex) {
    self.init(worker: other.worker, source: other.source)
    joined.reserveCapacity(like: other.joined)
    titles.reserveCapacity(like: other.titles)
    text.reserveCapacity(like: other.text)
    passages.reserveCapacity(roomy(other.passages.count))
    documentIDs.reserveCapacity(roomy(other.documentIDs.count))
    documentLines.reserveCapacity(roomy(other.documentLines.count))
  }
}

extension PartialIndex.Counts {
  fileprivate mutating func reserveCapacity(like other: Self) {
    surfaces.reserveCapacity(roomy(other.surfaces.count))
    frequencies.reserveCapacity(roomy(other.frequencies.count))
    ends.reserveCapacity(roomy(other.ends.count))
  }
}

/// What is likely to suffice; no more than a unit of a collection needs, since few files are large.
private func roomy(_ count: Int) -> Int { min(count + count / 8, 1 << 19) }
