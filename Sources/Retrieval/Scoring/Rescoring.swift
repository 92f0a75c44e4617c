/// A second stage of ranking, which looks at the text of a ranking's first passages.
///
/// Only these are read, and only their order can change: passages after them keep their places, so a
/// score may be raised and never lowered. Reading ends at the first passage that could not come to
/// the front any more.
///
/// To explain the scores afterwards without another search, `score` can record what it has seen of
/// each passage under the passage's `id`.
public struct Rescoring {
  /// The greatest number of passages to read.
  public var depth: Int
  /// The most that a text is expected to add, as a share of the first stage's best score.
  public var reach: Double
  /// Returns the new score of a passage, which must not be lower.
  ///
  /// Its second argument is what a full share of the best score is worth to the passage: less for one
  /// in another language than the question's, as in the first stage, if the ranking has passages in
  /// both.
  public var score: (RankedPassage, Double) -> Double

  public init(
    depth: Int, reach: Double = .infinity, score: @escaping (RankedPassage, Double) -> Double
  ) {
    self.depth = depth
    self.reach = reach
    self.score = score
  }

  /// Returns the former places of the passages that were read in their new order, each with its new
  /// score; equal ones keep their order.
  ///
  /// - Parameters:
  ///   - hits: The first stage's, best first.
  ///   - shares: For each hit, what its language counts.
  ///   - passage: Reads a hit's passage.
  func order(
    of hits: [Hit], _ shares: [Double],
    passage: (Int) throws(IndexError) -> RankedPassage
  ) throws(IndexError) -> [(place: Int, score: Double)] {
    guard let best = hits.first?.score else { return [] }
    var read: [(place: Int, score: Double)] = []
    var lead = -Double.infinity
    for place in hits.indices.prefix(depth) {
      let unit = best * shares[place]
      guard lead < hits[place].score + reach * unit else { break }
      let new = score(try passage(place), unit)
      lead = max(lead, new)
      read.append((place, new))
    }
    return read.sorted { $0.score != $1.score ? $0.score > $1.score : $0.place < $1.place }
  }
}
