import SegmentFormat

/// Tells the first passage of each document from its further ones, in the order of a ranking.
struct SeenDocuments {
  /// Segment and number of documents.
  private var places: Set<UInt64> = []
  /// Ids, where passages of several segments may belong to one document.
  private var ids: Set<String> = []
  private let isRepeated: Bool
  private let spansSegments: Bool

  /// - Parameter hits: all that will be asked about.
  init(index: IndexReader, hits: [Searcher.Hit]) {
    let segments = index.segments
    let first = hits.first?.id.segment
    spansSegments = hits.contains { $0.id.segment != first }
    isRepeated = hits.contains { hit in
      let segment = segments[hit.id.segment]
      return segment.properties.passageCount != segment.properties.documentCount
    }
    if isRepeated { places.reserveCapacity(hits.count) }
    if spansSegments { ids.reserveCapacity(hits.count) }
  }

  /// The id of a hit's document, nil where it was asked about before.
  mutating func newDocument(
    of hit: Searcher.Hit, _ searcher: Searcher
  ) throws(IndexError) -> String? {
    if isRepeated {
      let segment = searcher.index.segments[hit.id.segment]
      let document = segment.document(ofPassage: hit.id.passage)
      let place = UInt64(hit.id.segment) << 32 | UInt64(document)
      guard places.insert(place).inserted else { return nil }
    }
    let id = try searcher.documentID(of: hit.id)
    if spansSegments, !ids.insert(id).inserted { return nil }
    return id
  }
}
