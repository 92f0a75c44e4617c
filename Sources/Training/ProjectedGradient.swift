/// Finds the minimum of a smooth convex function whose coordinates have a lower bound.
///
/// The method is accelerated projected gradient descent (Beck & Teboulle, "A fast iterative
/// shrinkage-thresholding algorithm", 2009) with a step that shrinks until the value descends. The
/// momentum restarts when it leads upwards (O'Donoghue & Candès, 2015).
package struct ProjectedGradient {
  /// The function, which takes a point, writes the gradient at that point and returns the value.
  private let function: ([Double], inout [Double]) -> Double
  private let lowerBound: Double
  private static let steps = 2000
  /// The share of the value by which a step must lower it for the search to continue.
  private static let tolerance = 1e-10

  /// - Parameter lowerBound: The lower bound of every coordinate.
  package init(
    lowerBound: Double = 0, _ function: @escaping ([Double], inout [Double]) -> Double
  ) {
    self.lowerBound = lowerBound
    self.function = function
  }

  package func minimum(from start: [Double]) -> [Double] {
    var point = start
    var ahead = start
    var gradient = start
    var unused = start
    var value = function(point, &gradient)
    var step = 1.0
    var momentum = 1.0
    for _ in 0..<Self.steps {
      let aheadValue = function(ahead, &gradient)
      var next = moved(ahead, against: gradient, by: step)
      var nextValue = function(next, &unused)
      while nextValue > bound(aheadValue, ahead, next, gradient, step), step > 1e-12 {
        step /= 2
        next = moved(ahead, against: gradient, by: step)
        nextValue = function(next, &unused)
      }
      if nextValue > value {
        guard momentum > 1 else { return point }
        ahead = point
        momentum = 1
        continue
      }
      let isDone = value - nextValue <= Self.tolerance * abs(value)
      let grown = (1 + (1 + 4 * momentum * momentum).squareRoot()) / 2
      let share = (momentum - 1) / grown
      ahead = zip(next, point).map { $0 + share * ($0 - $1) }
      (point, value, momentum, step) = (next, nextValue, grown, step * 1.2)
      if isDone { return point }
    }
    return point
  }

  private func moved(_ point: [Double], against gradient: [Double], by step: Double) -> [Double] {
    zip(point, gradient).map { max(lowerBound, $0 - step * $1) }
  }

  /// Returns the upper bound of the function at `next` if `step` is short enough.
  private func bound(
    _ value: Double, _ point: [Double], _ next: [Double], _ gradient: [Double], _ step: Double
  ) -> Double {
    var linear = 0.0
    var square = 0.0
    for index in point.indices {
      let distance = next[index] - point[index]
      linear += gradient[index] * distance
      square += distance * distance
    }
    return value + linear + square / (2 * step) + 1e-14
  }
}
