/// A stem that is searched for besides the words of a question because it is related to one of them.
///
/// Unlike the members of a `SynonymSet`, it has an inverse document frequency of its own, but at most
/// that of the question's word, so that a rare relation does not count for more than the word.
public struct RelatedStem: Hashable, Sendable {
  public var stem: String
  /// The weight of one occurrence; 1 for the question's own words.
  public var weight: Double
  /// The index in `Query.terms` of the word to which it is related.
  public var term: Int

  public init(stem: String, weight: Double, term: Int) {
    self.stem = stem
    self.weight = weight
    self.term = term
  }
}
