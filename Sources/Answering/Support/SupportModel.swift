import Glibc

/// A logistic model of whether what is cited answers the question.
public struct SupportModel: Sendable, Equatable {
  /// At least 0.
  private var weights: SupportFeatures
  private var bias: Double

  public init(bias: Double, _ weight: (SupportFeature) -> Double) {
    self.bias = bias
    weights = SupportFeatures(weight)
  }

  /// Fitted by `tanya-train` to published collections with questions that have no answer: the
  /// article Support in Answering.docc has the method, and how well it orders collections that
  /// were left out.
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

  /// 0…1; ½ where as much speaks against an answer as for it, were half of all questions
  /// answerable.
  public func support(_ features: SupportFeatures) -> Double {
    1 / (1 + exp(-(bias + weights.dot(features))))
  }
}
