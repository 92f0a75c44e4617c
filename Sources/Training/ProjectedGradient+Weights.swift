extension ProjectedGradient {
  /// Returns the weights, none below 0, that minimize the loss and an L2 penalty.
  ///
  /// - Parameters:
  ///   - count: The number of weights.
  ///   - leavingOut: The indices of weights that stay 0.
  ///   - penalty: The factor of the squared weights: 0.001 for standardized inputs, less for others.
  ///   - loss: A closure that takes the weights, adds to the gradient and returns the loss.
  static func weights(
    _ count: Int, leavingOut: Set<Int>, penalty: Double = 0.001,
    loss: @escaping ([Double], inout [Double]) -> Double
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
