/// A second stage of ranking, which scores the text of a ranking's first passages.
///
/// Only these passages are read, and only their order can change: passages after them keep their
/// ranks, so a score may be raised but not lowered. Reading stops at the first passage that can no
/// longer become the best.
///
/// To explain the scores later without another search, `score` can record its findings about each
/// passage by the passage's `id`.
///
/// ```swift
/// let rescoring = Rescoring(depth: 5) { ranked, unit, lead in
///   ranked.passage.role == .body ? ranked.score + 0.1 * unit : ranked.score
/// }
/// let best = try searcher.search(query, top: 10, rescoring: rescoring)
/// ```
public struct Rescoring {
  /// The greatest number of passages to read.
  public var depth: Int
  /// The greatest expected increase of a score, as a share of the first stage's best score.
  public var reach: Double
  /// What is expected besides, times the passage's own share of the best score: a passage that
  /// holds more of the question's words gains more by its text.
  public var reachOfShare: Double
  /// A closure that returns the new score of a passage, which must not be lower than the old score.
  ///
  /// The second argument is the first stage's best score, in which shares are measured. If the
  /// ranking has passages both in the question's language and in others, it is smaller for the
  /// latter, as in the first stage.
  ///
  /// The third argument is the best new score so far. A passage that will not exceed it needs no
  /// more than an approximate score. It is negative infinity if `reach` is infinite, or if there is
  /// no score yet.
  public var score: (RankedPassage, Double, Double) -> Double

  public init(
    depth: Int, reach: Double = .infinity, reachOfShare: Double = 0,
    score: @escaping (RankedPassage, Double, Double) -> Double
  ) {
    self.depth = depth
    self.reach = reach
    self.reachOfShare = reachOfShare
    self.score = score
  }

  /// Reads and scores the first passages of a ranking.
  ///
  /// - Parameters:
  ///   - hits: The hits of the first stage, best first.
  ///   - shares: For each hit, the factor of the scores in its language.
  ///   - passage: A closure that reads the passage of a hit.
  /// - Returns: The former places of the passages that were read, in their new order, each with the
  ///   new score. Passages with equal scores keep their order.
  func order(
    of hits: [Hit], _ shares: [Double],
    passage: (Int) throws(IndexError) -> RankedPassage
  ) throws(IndexError) -> [(place: Int, score: Double)] {
    guard let best = hits.first?.score else { return [] }
    var read: [(place: Int, score: Double)] = []
    var lead = -Double.infinity
    for place in hits.indices.prefix(depth) {
      let unit = best * shares[place]
      let share = hits[place].score / best
      guard lead < hits[place].score + (reach + reachOfShare * share) * unit else { break }
      let new = score(try passage(place), unit, reach < .infinity ? lead : -.infinity)
      lead = max(lead, new)
      read.append((place, new))
    }
    return read.sorted { $0.score != $1.score ? $0.score > $1.score : $0.place < $1.place }
  }
}
