/// What speaks for a question's being answered by what is cited first; all 0…1, and more is
/// better. Shares of the question count each word by its inverse document frequency.
public enum SupportFeature: Int, CaseIterable, Sendable {
  /// 1 where the quoted words hold all of the question, 0 where they lack a word that weighs a
  /// third of it.
  case heaviest
  /// How near to each other the words stand in the quotation that are neighbours in the question.
  case order
  /// The distance to the best sentence of another passage: of no help with what no passage
  /// answers, but it tells a passage that was well chosen.
  case gap
  /// 1 where the quoted words hold every number of the question.
  case numbers
  /// 1 where quoted words, passage, title or headings hold every name and year of it.
  case names
  /// As ``PassageFeature`` has them, of the cited passage.
  case sentence, answer, title
}

public typealias SupportFeatures = FeatureVector<SupportFeature>
