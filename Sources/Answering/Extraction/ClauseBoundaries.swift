/// The boundaries between the clauses of a sentence: a value belongs to the words of its own clause
/// rather than to nearer ones of the next.
struct ClauseBoundaries {
  /// The positions of boundaries in bytes, ascending, with what crossing each costs.
  private var places: [(position: Int, cost: Int)] = []

  /// In bytes of distance: a comma, a stronger mark, and a conjunction or relative.
  private static let comma = 25
  private static let mark = 40
  private static let conjunction = 25

  init(_ text: ScannedText) {
    for (index, word) in text.words.enumerated() where index > 0 {
      var cost =
        switch word.gap {
        case .comma: Self.comma
        case .other, .period: Self.mark
        default: 0
        }
      if Self.conjunctions.contains(word.key) { cost = max(cost, Self.conjunction) }
      if cost > 0 { places.append((word.range.lowerBound, cost)) }
    }
  }

  /// The cost of all boundaries between two positions; 0 unless the first precedes the second.
  func cost(between start: Int, and end: Int) -> Int {
    var cost = 0
    for place in places where place.position >= start && place.position <= end {
      cost += place.cost
    }
    return cost
  }

  private static let conjunctions = Set(
    [
      "and", "but", "while", "whereas", "although", "though", "who", "which", "dan", "tetapi",
      "tapi", "sedangkan", "sementara", "namun", "lalu", "kemudian", "then",
    ].map { WordKey($0) })
}
