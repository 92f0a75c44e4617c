/// A second stage of ranking: a look at the text of a ranking's first passages.
///
/// Only these are read, and only among them the order can change; what comes after them keeps its
/// place, so a score may be raised and never lowered.
public struct Rescoring {
  /// How many passages are read.
  public var depth: Int
  /// New scores of the first passages, best first; none below the score that the passage has.
  public var scores: ([RankedPassage]) -> [Double]

  public init(depth: Int, scores: @escaping ([RankedPassage]) -> [Double]) {
    self.depth = depth
    self.scores = scores
  }

  /// Where each of the passages goes, with its new score; equal ones keep their order.
  func order(of passages: [RankedPassage]) -> [(place: Int, score: Double)] {
    scores(passages).enumerated()
      .sorted { $0.element != $1.element ? $0.element > $1.element : $0.offset < $1.offset }
      .map { (place: $0.offset, score: $0.element) }
  }
}

extension Searcher {
  /// The best passages, the first of them in the order that a second look gives.
  func rank(
    _ query: Query, top count: Int, options: SearchOptions, rescoring: Rescoring?
  ) throws(IndexError) -> [Hit] {
    guard let rescoring, count > 0 else { return try rank(query, top: count, options: options) }
    let wasCold = isCold
    var hits = try rank(query, top: max(count, rescoring.depth), options: options)
    let first = Array(hits.prefix(rescoring.depth))
    // One passage has nothing to change places with, but its score is of the same kind.
    let order = rescoring.order(of: try passages(of: first, prefetching: wasCold))
    for (rank, new) in order.enumerated() {
      hits[rank] = Hit(id: first[new.place].id, score: new.score)
    }
    return Array(hits.prefix(count))
  }
}
