import Testing

@testable import Training

@Suite struct ProjectedGradientTests {
  /// Returns the minimum of Σ aᵢ (xᵢ − cᵢ)² + (x₀ − x₁)².
  private func minimum(_ factors: [Double], _ center: [Double]) -> [Double] {
    ProjectedGradient { point, gradient in
      var value = 0.0
      for index in point.indices {
        let distance = point[index] - center[index]
        value += factors[index] * distance * distance
        gradient[index] = 2 * factors[index] * distance
      }
      let difference = point[0] - point[1]
      gradient[0] += 2 * difference
      gradient[1] -= 2 * difference
      return value + difference * difference
    }.minimum(from: Array(repeating: 0, count: center.count))
  }

  @Test(
    "the minimum is found, at the bound where it would lie below",
    arguments: [
      ([1, 1, 1], [3, 3, 2], [3, 3, 2]),
      ([1, 1, 1], [3, 0, -2], [2, 1, 0]),
      ([100, 1, 0.01], [1, 1, 5], [1, 1, 5]),
      ([1, 1, 1], [2, -4, 1], [1, 0, 1]),
    ] as [([Double], [Double], [Double])])
  func minimum(factors: [Double], center: [Double], expected: [Double]) {
    for (found, wanted) in zip(minimum(factors, center), expected) {
      #expect(abs(found - wanted) < 1e-3)
    }
  }
}
