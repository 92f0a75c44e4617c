/// Numbers as a person lists them: `1,3`, `2-5 9`, and `[1]` for a citation.
struct NumberChoice: Sendable, Equatable {
  var numbers: [Int] = []
  var citations: [Int] = []

  private static let longestRange = 100_000

  /// Nil where anything else stands there.
  init?(_ text: String) {
    for part in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
      if part.hasPrefix("["), part.hasSuffix("]"),
        let range = Self.range(part.dropFirst().dropLast())
      {
        citations += range
      } else if let range = Self.range(part) {
        numbers += range
      } else {
        return nil
      }
    }
    if numbers.isEmpty, citations.isEmpty { return nil }
  }

  private static func range(_ text: Substring) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard 1...2 ~= ends.count, ends.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
      let first = Int(ends[0]), let last = Int(ends[ends.count - 1]), 1 <= first, first <= last,
      last - first < longestRange
    else { return nil }
    return first...last
  }
}
