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
}
