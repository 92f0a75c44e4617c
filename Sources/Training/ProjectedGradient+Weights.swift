extension ProjectedGradient {
  /// Of squared weights.
  private static let penalty = 0.001

  /// The weights, none below 0, with the least loss, an L2 penalty included.
  ///
  /// - Parameters:
  ///   - leavingOut: places of weights that stay 0.
  ///   - loss: takes weights, adds to the gradient, returns the loss.
  static func weights(
    _ count: Int, leavingOut: Set<Int>, loss: @escaping ([Double], inout [Double]) -> Double
  ) -> [Double] {
    let zeros = [Double](repeating: 0, count: count)
    let minimizer = ProjectedGradient { weights, gradient in
      var sum = 0.0
      for (place, weight) in weights.enumerated() {
        sum += penalty * weight * weight
        gradient[place] = 2 * penalty * weight
      }
      sum += loss(weights, &gradient)
      for place in leavingOut { gradient[place] = 0 }
      return sum
    }
    return minimizer.minimum(from: zeros)
  }
}
