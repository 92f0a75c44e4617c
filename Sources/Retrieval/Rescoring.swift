import Model
import SegmentFormat
import TextAnalysis

/// A second stage of ranking: a look at the text of a ranking's first passages.
///
/// Only these are read, and only among them the order can change; what comes after them keeps its
/// place, so a score may be raised and never lowered. Reading ends with the first passage that
/// would not come to the front any more.
public struct Rescoring {
  /// How many passages are read at most.
  public var depth: Int
  /// What a text is expected to add at most, as a share of the first stage's best score.
  public var reach: Double
  /// The new score of a passage, and never a lower one.
  ///
  /// Its second argument is what a full share of the best score is worth to the passage: less for
  /// one in another language than the question's, as in the first stage, where the ranking has
  /// passages in both.
  public var score: (RankedPassage, Double) -> Double

  public init(
    depth: Int, reach: Double = .infinity, score: @escaping (RankedPassage, Double) -> Double
  ) {
    self.depth = depth
    self.reach = reach
    self.score = score
  }

  /// Where each of the passages that were read goes, with its new score; equal ones keep their
  /// order.
  ///
  /// - Parameters:
  ///   - hits: of the first stage, best first.
  ///   - shares: of each hit, what its language counts.
  ///   - passage: reads a hit's passage.
  func order(
    of hits: [Searcher.Hit], _ shares: [Double],
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

extension Searcher {
  /// The best passages, the first of them in the order that a second look gives.
  func rank(
    _ query: Query, top count: Int, options: SearchOptions, rescoring: Rescoring?
  ) throws(IndexError) -> [Hit] {
    guard let rescoring, count > 0 else { return try rank(query, top: count, options: options) }
    let wasCold = isCold
    var hits = try rank(query, top: max(count, rescoring.depth), options: options)
    let first = Array(hits.prefix(rescoring.depth))
    if wasCold { for hit in first { prefetch(hit.id) } }
    // One passage has nothing to change places with, but its score is of the same kind.
    let order = try rescoring.order(of: first, languageShares(of: first, query)) {
      place throws(IndexError) in
      RankedPassage(passage: try passage(first[place].id), score: first[place].score)
    }
    for (rank, new) in order.enumerated() {
      hits[rank] = Hit(id: first[new.place].id, score: new.score)
    }
    return Array(hits.prefix(count))
  }

  /// What the language of each passage counts beside the others.
  func languageShares(of hits: [Hit], _ query: Query) -> [Double] {
    let isOwn = hits.map { hit in
      let language = Language(rawValue: index.segments[hit.id.segment].properties.language)
      return LanguageRanking.isOwn(language, query.language)
    }
    let isMixed = isOwn.contains(true) && isOwn.contains(false)
    return isOwn.map { isMixed && !$0 ? LanguageRanking.otherLanguageShare : 1 }
  }
}
