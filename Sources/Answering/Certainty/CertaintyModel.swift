import Glibc

/// The evidence that the likeliest words of the first citation are the words asked for; each
/// feature is 0…1, and more is better.
public enum CertaintyFeature: Int, CaseIterable, Sendable {
  /// The recogniser's confidence in the words.
  case confidence
  /// The nearness of the question's words to them.
  case closeness
  /// The distance to the next best words of the same sentence.
  case margin
  /// The share of the question between the same two punctuation marks as the words.
  case clause
  /// The share of the question that the sentence with the words contains.
  case sentence
  /// The share of the question that the quotation, its context and its document carry.
  case carried
  /// The distance of the sentence to the next best one.
  case gap
  /// The distance to the best sentence of another passage.
  case passageGap
  /// The nearness, in the quotation, of words that are neighbours in the question.
  case order
  /// 1 if the sentence, title or headings contain every name and number of the question.
  case names
  /// 1 if another document gives the same words.
  case agreement
  /// 1 unless the next citation gives other words with confidence.
  case unopposed
  /// The rank of the passage: 1 for the first, ½ for the second.
  case rank
  /// The share of the question that title and headings contain.
  case title
  /// The brevity of the sentence: 1 for no words, ½ for twenty.
  case brevity
}

public typealias CertaintyFeatures = FeatureVector<CertaintyFeature>

/// A logistic model of whether the likeliest words are right, with a bias for each kind of answer.
public struct CertaintyModel: Sendable {
  private var weights: CertaintyFeatures
  private var biases: [QuestionType: Double]
  /// The probability from which words are shown: chosen so that four of five shown are right.
  public var threshold: Double

  public init(
    threshold: Double, bias: (QuestionType) -> Double, _ weight: (CertaintyFeature) -> Double
  ) {
    self.threshold = threshold
    weights = CertaintyFeatures(weight)
    biases = Dictionary(
      QuestionType.allCases.map { ($0, bias($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The probability that the words are right, 0…1.
  public func certainty(_ features: CertaintyFeatures, of type: QuestionType) -> Double {
    1 / (1 + exp(-((biases[type] ?? 0) + weights.dot(features))))
  }
}
