package import Answering

/// The weights of the first stage's share and of each feature, none below 0.
package struct RankingModel: Sendable, Equatable {
  /// The number of inputs of a passage.
  package static let width = 1 + PassageFeature.allCases.count

  /// The weights, in the order of ``RankingExample/inputs``.
  package var weights: [Double]

  package init(weights: [Double]) { self.weights = weights }

  /// A model of the first stage alone.
  package static let firstStage = RankingModel(
    weights: [1] + Array(repeating: 0, count: width - 1))

  /// Returns a score in units of the first stage's best score.
  func score(_ inputs: ArraySlice<Double>) -> Double {
    zip(weights, inputs).reduce(0) { $0 + $1.0 * $1.1 } / unit
  }

  private var unit: Double { max(weights[0], .leastNormalMagnitude) }

  /// The weight of a feature relative to the best passage's score, as used by ``RerankingModel``.
  package subscript(feature: PassageFeature) -> Double {
    weights[1 + feature.rawValue] / unit
  }
}
