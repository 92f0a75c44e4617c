/// A range of lines of a document, typed as `17` or `10-20` and counted from 1.
struct LineRange: Sendable, Equatable {
  var lines: ClosedRange<Int>

  /// Parses a line or a range of lines. The result is nil for any other text.
  init?(_ text: some StringProtocol) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard 1...2 ~= ends.count, ends.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
      let first = Int(ends[0]), let last = Int(ends[ends.count - 1]), 1 <= first, first <= last
    else { return nil }
    lines = first...last
  }
}
