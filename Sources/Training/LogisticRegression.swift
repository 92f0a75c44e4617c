import Answering

/// Logistic regression of whether a question has an answer, on standardized inputs, with an L2
/// penalty and no weight below 0, because every input is evidence for an answer.
///
/// The weight of each collection within its kind is the square root of its size. Its questions with
/// an answer and those without have the same weight together.
package struct LogisticRegression {
  private let width = SupportFeature.allCases.count
  private var inputs: [Double] = []
  private var labels: [Bool] = []
  private var shares: [Double] = []
  private var means: [Double]
  private var deviations: [Double]

  package init(_ sets: [SupportSet]) {
    means = Array(repeating: 0, count: width)
    deviations = means
    for set in sets {
      let total = sets.reduce(0) {
        $0 + ($1.kind == set.kind ? Double($1.examples.count).squareRoot() : 0)
      }
      let positive = set.examples.count(where: \.isAnswerable)
      let kinds = Set(sets.map(\.kind)).reduce(0) { $0 + $1.weight }
      let share =
        set.kind.weight / kinds * Double(set.examples.count).squareRoot() / total / 2
      for example in set.examples {
        let count = example.isAnswerable ? positive : set.examples.count - positive
        inputs += example.inputs
        labels.append(example.isAnswerable)
        shares.append(share / Double(count))
      }
    }
    standardise()
  }

  private mutating func standardise() {
    for column in 0..<width {
      var sum = 0.0
      var squares = 0.0
      for row in labels.indices {
        let input = inputs[row * width + column]
        sum += shares[row] * input
        squares += shares[row] * input * input
      }
      means[column] = sum
      let deviation = max(0, squares - sum * sum).squareRoot()
      deviations[column] = deviation > 1e-9 ? deviation : 1
      for row in labels.indices {
        inputs[row * width + column] =
          (inputs[row * width + column] - sum) / deviations[column]
      }
    }
  }

  /// Returns the weights of the inputs, and the bias with which the mean question has a support of
  /// ½.
  ///
  /// - Parameter leavingOut: The indices of inputs whose weights stay 0.
  package func model(leavingOut: Set<Int> = []) -> (weights: [Double], bias: Double) {
    let best = ProjectedGradient.weights(width, leavingOut: leavingOut, loss: loss)
    let weights = zip(best, deviations).map { $0 / $1 }
    return (weights, -zip(weights, means).reduce(0) { $0 + $1.0 * $1.1 })
  }

  private func loss(_ weights: [Double], _ gradient: inout [Double]) -> Double {
    var loss = 0.0
    for row in labels.indices {
      var score = 0.0
      for column in 0..<width { score += weights[column] * inputs[row * width + column] }
      let signed = labels[row] ? score : -score
      loss += shares[row] * logSumOfExponentials(0, -signed)
      let error = shares[row] / (1 + exponential(signed)) * (labels[row] ? -1 : 1)
      for column in 0..<width { gradient[column] += error * inputs[row * width + column] }
    }
    return loss
  }
}
