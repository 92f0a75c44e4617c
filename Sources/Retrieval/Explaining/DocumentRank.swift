/// The rank of a document in the ranking of a query. See
/// ``Searcher/rank(ofDocument:for:options:rescoring:)``.
public struct DocumentRank: Sendable {
  /// The document's best passage, or its first passage if none matches the query.
  public var passage: StoredPassage
  /// The rank of the passage among all ranked passages, from 1, or nil if it is not ranked.
  public var rank: Int?
  /// The number of ranked passages.
  public var ranked: Int
  /// The score of the passage in the ranking, or 0 if it is not ranked.
  public var score: Double
  /// The contribution of each word of the query to the score of the passage. The contributions add
  /// up to the score if all ranked passages are in one language, otherwise to the score within the
  /// passage's language.
  public var explanation: Explanation
  /// The first passage of the ranking, and the contribution of each word to its score.
  public var first: (passage: RankedPassage, explanation: Explanation)?
  /// A Boolean value that indicates whether the document is ranked only if the query's exact
  /// phrases and excluded words are ignored.
  public var isRuledOut = false
}

extension Searcher {
  /// Returns the rank of a document in the order of `search`, or nil if the index does not contain
  /// the document.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of passages of the index.
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
