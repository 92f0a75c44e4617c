import Glibc

/// The evidence that the likeliest words of the first citation are the words asked for; each
/// feature is 0…1, and more is better.
public enum CertaintyFeature: Int, CaseIterable, Sendable {
  /// The distance to the next best words of the same sentence.
  case margin
  /// The share of the question between the same two punctuation marks as the words.
  case clause
  /// The nearness of the question's verb: 1 / (1 + the number of words from it), and 0.3 for a
  /// question without a verb.
  case verb
  /// 1 if no other verb is between the same two punctuation marks as the words, and 0 for three.
  case simplicity
  /// The certainty that a sentence of the passage contains an answer of the expected kind.
  case answer
  /// Three times the distance from the sentence to the next best one, up to 1.
  case clearGap
  /// The distance to the next best sentence times the distance to the next best words.
  case gapAndMargin
  /// The distance to the best sentence of another passage.
  case passageGap
  /// The nearness, in the quotation, of words that are adjacent in the question.
  case order
  /// 1 if another document gives the same words.
  case agreement
  /// The rank of the passage: 1 for the first, ½ for the second.
  case rank
  /// The brevity of the sentence: 1 for no words, ½ for twenty.
  case brevity
}

public typealias CertaintyFeatures = FeatureVector<CertaintyFeature>

/// A logistic model of whether the likeliest words are right, with a bias for each kind of answer.
public struct CertaintyModel: Sendable {
  private var weights: CertaintyFeatures
  private var biases: [QuestionType: Double]
  /// The minimum probability of words that are shown, such that four of five shown are right.
  public var threshold: Double

  public init(
    threshold: Double, bias: (QuestionType) -> Double, _ weight: (CertaintyFeature) -> Double
  ) {
    self.threshold = threshold
    weights = CertaintyFeatures(weight)
    biases = Dictionary(
      QuestionType.allCases.map { ($0, bias($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The confidence of a recognizer below which nothing is certain, as in a negated clause.
  static let leastConfidence = 0.45

  public subscript(feature: CertaintyFeature) -> Double { weights[feature] }

  public func bias(of type: QuestionType) -> Double { biases[type] ?? 0 }

  /// Returns the probability that the words are right, from 0 to 1.
  public func certainty(_ features: CertaintyFeatures, of type: QuestionType) -> Double {
    1 / (1 + exp(-(bias(of: type) + weights.dot(features))))
  }
}
