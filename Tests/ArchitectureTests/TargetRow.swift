import Testing

/// A row of the table in ARCHITECTURE.md that says what a target may import.
struct TargetRow: Sendable, CustomTestStringConvertible {
  var name: String
  var allowed: [String]

  var testDescription: String { name }

  /// The rows of the table under the heading "Targets", in order.
  static let all = MarkdownTable.rows(under: "## Targets", of: "ARCHITECTURE.md").map { cells in
    TargetRow(name: cells[0], allowed: cells.count > 2 ? cells[2].listed : [])
  }
}
