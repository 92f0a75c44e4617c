extension Double {
  /// The nearest value with so many decimals to what this double is exactly, as `printf` rounds;
  /// halves go to the even digit.
  func rounded(places: Int) -> Double {
    guard isFinite else { return self }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let product = self * scale
    var result = product.rounded(.toNearestOrEven)
    // What the multiplication itself rounded away decides between two halves.
    let lost = (-product).addingProduct(self, scale)
    if abs(product - product.rounded(.down) - 0.5) == 0, lost != 0 {
      result = lost > 0 ? product.rounded(.up) : product.rounded(.down)
    }
    return result / scale
  }
}
