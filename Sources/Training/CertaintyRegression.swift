package import Answering

/// Logistic regression of whether the likeliest words are right: a weight of at least 0 for each
/// feature and a bias for each kind of answer, with an L2 penalty on both.
///
/// The weight of each collection is the square root of its size.
package struct CertaintyRegression {
  private static let features = CertaintyFeature.allCases.count
  private static let types = QuestionType.allCases
  /// The number of weights. A bias of either sign is the difference of two weights of at least 0.
  private static let width = features + 2 * types.count

  /// The penalty on squared weights. The inputs are not standardized.
  private static let penalty = 0.00001

  private var inputs: [[Double]] = []
  private var types: [Int] = []
  private var labels: [Bool] = []
  private var shares: [Double] = []

  package init(_ sets: [CertaintySet]) {
    let total = sets.reduce(0) { $0 + Double($1.examples.count).squareRoot() }
    for set in sets where !set.examples.isEmpty {
      let share = 1 / (Double(set.examples.count).squareRoot() * total)
      for example in set.examples {
        inputs.append(example.inputs)
        types.append(Self.types.firstIndex(of: example.type) ?? 0)
        labels.append(example.isRight)
        shares.append(share)
      }
    }
  }

  /// Returns the best model. Its threshold is 1, so that it does not show anything yet.
  package func model() -> CertaintyModel {
    let weights = ProjectedGradient.weights(
      Self.width, leavingOut: [], penalty: Self.penalty, loss: loss)
    return CertaintyModel(threshold: 1) { type in
      let place = Self.features + 2 * (Self.types.firstIndex(of: type) ?? 0)
      return weights[place] - weights[place + 1]
    } _: {
      weights[$0.rawValue]
    }
  }

  private func loss(_ weights: [Double], _ gradient: inout [Double]) -> Double {
    var loss = 0.0
    for row in labels.indices {
      let bias = Self.features + 2 * types[row]
      var score = weights[bias] - weights[bias + 1]
      for column in 0..<Self.features { score += weights[column] * inputs[row][column] }
      let signed = labels[row] ? score : -score
      loss += shares[row] * logSumOfExponentials(0, -signed)
      let error = shares[row] / (1 + exponential(signed)) * (labels[row] ? -1 : 1)
      for column in 0..<Self.features { gradient[column] += error * inputs[row][column] }
      gradient[bias] += error
      gradient[bias + 1] -= error
    }
    return loss
  }
}
