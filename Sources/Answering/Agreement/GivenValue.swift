/// A value that a text gives, in a form in which texts in two languages can be compared.
enum GivenValue: Equatable {
  case quantity(Double, kind: Mention.Kind, unit: Int)
  case date(PartialDate)
  /// The words of a name, folded.
  case name([WordKey])

  enum Comparison { case same, different, unclear }

  func compared(with other: GivenValue) -> Comparison {
    switch (self, other) {
    case (.quantity(let a, let kind, let unit), .quantity(let b, let otherKind, let otherUnit)):
      guard kind == otherKind, unit == otherUnit else { return .unclear }
      return Self.compare(a, b)
    case (.date(let a), .date(let b)): return Self.compare(a, b)
    // Two names may belong to one person or both be right, so only equality is informative.
    case (.name(let a), .name(let b)): return a == b ? .same : .unclear
    default: return .unclear
    }
  }

  /// Compares two numbers. They differ only if they still do when the more exact one is rounded
  /// like the other: *267 million* and *270 million* need not contradict each other.
  private static func compare(_ a: Double, _ b: Double) -> Comparison {
    if isSame(a, b) { return .same }
    let digits = min(significantDigits(a), significantDigits(b))
    return isSame(rounded(a, to: digits), rounded(b, to: digits)) ? .unclear : .different
  }

  /// Returns whether two numbers are equal within rounding error.
  private static func isSame(_ a: Double, _ b: Double) -> Bool {
    (a - b).magnitude <= max(a.magnitude, b.magnitude) * 1e-9
  }

  /// Returns the number of decimal digits up to the last that is not 0, at most nine.
  private static func significantDigits(_ value: Double) -> Int {
    (1..<9).first { isSame(rounded(value, to: $0), value) } ?? 9
  }

  private static func rounded(_ value: Double, to digits: Int) -> Double {
    guard value != 0, value.isFinite else { return value }
    var unit = 1.0
    while value.magnitude / unit >= 10 { unit *= 10 }
    while value.magnitude / unit < 1 { unit /= 10 }
    for _ in 1..<digits { unit /= 10 }
    return (value / unit).rounded() * unit
  }

  /// Compares two dates. They differ if a part that both give differs. They are the same if both
  /// give the same parts, or if one omits only the year.
  private static func compare(_ a: PartialDate, _ b: PartialDate) -> Comparison {
    func differ<T: Equatable>(_ a: T?, _ b: T?) -> Bool { a != nil && b != nil && a != b }
    if differ(a.year, b.year) || differ(a.month, b.month) || differ(a.day, b.day)
      || differ(a.century, b.century)
    {
      return .different
    }
    guard a != PartialDate() else { return .unclear }
    if a == b { return .same }
    let isDayOfBoth = a.day != nil && a.day == b.day && a.month != nil && a.month == b.month
    return isDayOfBoth ? .same : .unclear
  }
}
