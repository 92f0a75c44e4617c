import Glibc

/// A logistic model of whether the first citation answers the question.
public struct SupportModel: Sendable, Equatable {
  /// The weights, which are at least 0.
  private var weights: SupportFeatures
  private var bias: Double

  public init(bias: Double, _ weight: (SupportFeature) -> Double) {
    self.bias = bias
    weights = SupportFeatures(weight)
  }

  /// The model in use, fitted by `tanya-train` to published collections with questions that have no
  /// answer. The article Support in Answering.docc describes the method and the order of
  /// collections that were left out.
  public static let standard = SupportModel(bias: -2.23) { feature in
    switch feature {
    case .heaviest: 0.63
    case .order: 0.57
    case .gap: 0.45
    case .numbers: 0.60
    case .names: 0.58
    case .sentence: 0.42
    case .answer: 0.36
    case .title: 0.67
    }
  }

  /// Returns the support, from 0 to 1. It is ½ if the evidence for and against is equal, assuming
  /// that half of all questions are answerable.
  public func support(_ features: SupportFeatures) -> Double {
    1 / (1 + exp(-(bias + weights.dot(features))))
  }
}

/// The evidence that the first citation answers the question; each feature is 0…1, and more is
/// better. Shares of the question count each word by its inverse document frequency.
public enum SupportFeature: Int, CaseIterable, Sendable {
  /// 1 if the quotation contains all of the question, 0 if it lacks a word that carries a
  /// third of its weight.
  case heaviest
  /// The nearness, in the quotation, of words that are adjacent in the question.
  case order
  /// The distance to the best sentence of another passage. It does not help with questions that no
  /// passage answers, but shows that a passage was well chosen.
  case gap
  /// 1 if the quotation contains every number of the question.
  case numbers
  /// 1 if the quotation, passage, title or headings contain every name and year of the question.
  case names
  /// The features of the same names in ``PassageFeature``, of the cited passage.
  case sentence, answer, title
}

public typealias SupportFeatures = FeatureVector<SupportFeature>
