/// The boundaries between the clauses of a sentence: a value belongs to the words of its own clause
/// rather than to nearer ones of the next.
struct ClauseBoundaries {
  /// The positions of the boundaries in bytes, ascending, with the cost of crossing each.
  private var places: [(position: Int, cost: Int)] = []

  /// The cost of a comma, in bytes of distance.
  private static let comma = 25
  /// The cost of a stronger punctuation mark.
  private static let mark = 40
  /// The cost of a conjunction or relative pronoun.
  private static let conjunction = 25

  init(_ text: ScannedText) {
    for index in text.words.indices.dropFirst() {
      var cost =
        switch text.words[index].gap {
        case .comma: Self.comma
        case .other, .period: Self.mark
        default: 0
        }
      if text.words[index].classes.contains(.clauseOpener) { cost = max(cost, Self.conjunction) }
      guard cost > 0 else { continue }
      if places.isEmpty { places.reserveCapacity(8) }
      places.append((text.words[index].range.lowerBound, cost))
    }
  }

  /// Returns the cost of all boundaries between two positions, or 0 unless the first precedes the
  /// second.
  func cost(between start: Int, and end: Int) -> Int {
    var cost = 0
    for place in places where place.position >= start && place.position <= end {
      cost += place.cost
    }
    return cost
  }
}
