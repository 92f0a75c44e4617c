extension Double {
  /// Returns the value with `places` decimals that is nearest to the exact value of this number, as
  /// `printf` rounds. Ties round to the even digit.
  func rounded(places: Int) -> Double {
    guard isFinite else { return self }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let product = self * scale
    var result = product.rounded(.toNearestOrEven)
    // The rounding error of the multiplication decides apparent ties.
    let lost = (-product).addingProduct(self, scale)
    if abs(product - product.rounded(.down) - 0.5) == 0, lost != 0 {
      result = lost > 0 ? product.rounded(.up) : product.rounded(.down)
    }
    return result / scale
  }
}
