/// The place of a document in the ranking of a query.
public struct DocumentRank: Sendable {
  /// The document's best passage; its first if none is ranked.
  public var passage: StoredPassage
  /// The passage's place among all that are ranked, from 1; nil if it is not ranked.
  public var rank: Int?
  /// The number of passages that are ranked.
  public var ranked: Int
  /// The passage's score in the ranking; 0 if it is not ranked.
  public var score: Double
  /// The part of each word of the query in the score of the passage. It adds up to the score if all passages are of
  /// one language; else to the score within the passage's own.
  public var explanation: Explanation
  /// The first passage of the ranking, and what each word gives to it.
  public var first: (passage: RankedPassage, explanation: Explanation)?
  /// Whether the document would be ranked without the query's exact phrases and excluded words.
  public var isRuledOut = false
}

extension Searcher {
  /// Returns the place of a document in the order that `search` gives; nil if the index does not hold
  /// the document.
  public func rank(
    ofDocument id: String, for query: Query, options: SearchOptions = SearchOptions(),
    rescoring: Rescoring? = nil
  ) throws(IndexError) -> DocumentRank? {
    guard let own = try directory.passages(ofDocument: id) else { return nil }
    let hits = try hits(for: query, top: index.passageCount, options: options, rescoring: rescoring)
    let place = hits.firstIndex { own.contains($0.id) }
    var best = place.map { hits[$0].id }
    var isRuledOut = false
    if best == nil, !query.phrases.isEmpty || !query.excluded.isEmpty {
      var free = query
      (free.phrases, free.excluded) = ([], [])
      best = try ranker.rank(free, top: index.passageCount, options: options)
        .first { own.contains($0.id) }?.id
      isRuledOut = best != nil
    }
    let explainer = explainer(of: query, options: options)
    var first: (RankedPassage, Explanation)?
    if let hit = hits.first {
      first = (
        RankedPassage(passage: try store.passage(hit.id), score: hit.score),
        try explainer.explanation(of: hit.id)
      )
    }
    let passage = best ?? own.first
    return DocumentRank(
      passage: try store.passage(passage), rank: place.map { $0 + 1 }, ranked: hits.count,
      score: place.map { hits[$0].score } ?? 0,
      explanation: try explainer.explanation(of: passage), first: first, isRuledOut: isRuledOut)
  }
}
