package import Answering

/// Weights of the first stage's share and of each feature, none below 0.
package struct RankingModel: Sendable, Equatable {
  /// Numbers that a passage is seen by.
  package static let width = 1 + PassageFeature.allCases.count

  /// In the order of ``RankingExample/inputs``.
  package var weights: [Double]

  package init(weights: [Double]) { self.weights = weights }

  /// The first stage alone.
  package static let firstStage = RankingModel(
    weights: [1] + Array(repeating: 0, count: width - 1))

  /// In units of the first stage's best score.
  func score(_ inputs: ArraySlice<Double>) -> Double {
    zip(weights, inputs).reduce(0) { $0 + $1.0 * $1.1 } / unit
  }

  private var unit: Double { max(weights[0], .leastNormalMagnitude) }

  /// What a feature is worth next to the best passage's score, as ``RerankingModel`` counts it.
  package subscript(feature: PassageFeature) -> Double {
    weights[1 + feature.rawValue] / unit
  }
}
