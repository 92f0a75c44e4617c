/// Listwise softmax regression: it learns the model that gives the relevant passages of a question
/// the largest probability in a softmax over all of its passages, where each relevant passage
/// counts by its grade (Cao et al., "Learning to rank: from pairwise approach to listwise
/// approach", 2007).
///
/// Inputs are standardized, so that the penalty on squared weights treats them alike. Weights are
/// kept at 0 or above, so that a passage that was read never ranks lower because of it.
package struct ListwiseRegression {
  private let width = RankingModel.width
  private let depth: Int
  /// The inputs of all passages, minus the mean of their list, in units of their deviation.
  private var inputs: [Double] = []
  /// The probability that each passage should have.
  private var targets: [Double] = []
  private var lists: [(passages: Range<Int>, weight: Double)] = []
  private var deviations: [Double]

  /// - Parameter depth: The number of passages of each list from which the model will choose.
  package init(_ sets: [ExampleSet], depth: Int) {
    self.depth = depth
    deviations = Array(repeating: 0, count: RankingModel.width)
    let total = sets.reduce(0) { $0 + $1.weight }
    for set in sets {
      let share = set.weight / total / Double(max(set.examples.count, 1))
      for example in set.examples { add(example, weight: share) }
    }
    standardise()
  }

  /// Adds a list, unless all or none of its passages are relevant: such a list contributes nothing.
  private mutating func add(_ example: RankingExample, weight: Double) {
    let count = min(depth, example.grades.count)
    let sum = example.grades.prefix(count).reduce(0, +)
    guard sum > 0, example.grades.prefix(count).contains(0) else { return }
    let start = targets.count
    targets += example.grades.prefix(count).map { $0 / sum }
    for passage in 0..<count {
      for column in 0..<width {
        let mean =
          (0..<count).reduce(0) { $0 + example.inputs[$1 * width + column] } / Double(count)
        inputs.append(example.inputs[passage * width + column] - mean)
      }
    }
    lists.append((start..<targets.count, weight))
  }

  private mutating func standardise() {
    for column in 0..<width {
      var sum = 0.0
      for place in stride(from: column, to: inputs.count, by: width) {
        sum += inputs[place] * inputs[place]
      }
      let deviation = (sum / Double(max(targets.count, 1))).squareRoot()
      deviations[column] = deviation > 0 ? deviation : 1
      for place in stride(from: column, to: inputs.count, by: width) {
        inputs[place] /= deviations[column]
      }
    }
  }

  /// Returns the best model.
  ///
  /// - Parameter leavingOut: The indices in ``RankingModel/weights`` of weights that stay 0.
  package func model(leavingOut: Set<Int> = []) -> RankingModel {
    let best = ProjectedGradient.weights(width, leavingOut: leavingOut, loss: loss)
    return RankingModel(weights: zip(best, deviations).map { $0 / $1 })
  }

  /// Returns the mean negative logarithm of the probability of the relevant passages, and adds to
  /// its gradient.
  private func loss(_ weights: [Double], _ gradient: inout [Double]) -> Double {
    var loss = 0.0
    var scores: [Double] = []
    for list in lists {
      scores.removeAll(keepingCapacity: true)
      for passage in list.passages {
        var score = 0.0
        for column in 0..<width { score += weights[column] * inputs[passage * width + column] }
        scores.append(score)
      }
      let logSum = logSumOfExponentials(scores)
      for (score, passage) in zip(scores, list.passages) {
        loss += list.weight * targets[passage] * (logSum - score)
        let error = list.weight * (exponential(score - logSum) - targets[passage])
        for column in 0..<width { gradient[column] += error * inputs[passage * width + column] }
      }
    }
    return loss
  }
}
