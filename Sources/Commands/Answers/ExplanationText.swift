/// Why a passage scores as it does, as a small table.
enum ExplanationText {
  private static let header = ["term", "tf", "idf", "length", "score"]

  /// One line per term, the weightiest first, each ended by a line feed.
  static func lines(_ terms: [TermContribution]) -> String {
    let rows =
      [header]
      + terms.map {
        [
          VisibleText.line($0.term), decimal($0.frequency), decimal($0.idf),
          decimal($0.lengthNorm), decimal($0.contribution),
        ]
      }
    let widths = header.indices.map { column in
      rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
    }
    return rows.map { row in
      var line = "      "
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - DisplayWidth.columns(of: cell))
        // Words begin at the left, numbers end at the right.
        line += column == 0 ? cell + gap : "  " + gap + cell
      }
      return line + "\n"
    }.joined()
  }

  /// With two decimals.
  static func decimal(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    let hundredths = Int((abs(value) * 100).rounded())
    let fraction = hundredths % 100
    return (value < 0 && hundredths > 0 ? "-" : "")
      + "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
