import Corpus

/// What was not indexed, by reason.
enum SkippedText {
  /// Examples that are named for each reason.
  private static let examples = 3

  /// One line per reason, the most frequent first: `3 not UTF-8: a.txt, b.txt, c.txt`.
  static func lines(_ skipped: [SkippedSource]) -> [String] {
    let byReason = Dictionary(grouping: skipped, by: { SkipMessage.text($0.reason) })
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return byReason.map { reason, files in
      let names = files.prefix(examples).map { VisibleText.line(SkipMessage.place($0)) }
      let rest = files.count > examples ? ", …" : ""
      return "\(Quantity.grouped(files.count)) \(reason): "
        + names.joined(separator: ", ") + rest
    }
  }
}
