/// Where a document stands in the ranking of a query.
public struct DocumentRank: Sendable {
  /// Its best passage; its first where none is ranked.
  public var passage: StoredPassage
  /// The passage's place among all that are ranked, from 1; nil where it is not.
  public var rank: Int?
  /// Passages that are ranked.
  public var ranked: Int
  /// The passage's, as in the ranking; 0 where it is not ranked.
  public var score: Double
  /// What each word of the query gives to the passage. It adds up to the score where all passages
  /// are of one language; else to that of the passage's own.
  public var explanation: Explanation
  /// The first of the ranking, and what each word gives to it.
  public var first: (passage: RankedPassage, explanation: Explanation)?
  /// It would be ranked but for the query's exact phrases and excluded words.
  public var isRuledOut = false
}
