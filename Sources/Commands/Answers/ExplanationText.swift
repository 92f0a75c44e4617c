import Retrieval

/// Why a passage scores as it does, as a small table.
enum ExplanationText {
  private static let header = ["term", "form", "tf", "df", "idf", "share", "score"]

  /// One line per term, the weightiest first, then what the text adds and what the length does; each ended by a line feed.
  static func lines(_ explanation: Explanation) -> String {
    let parts = explanation.parts.sorted { $0.contribution > $1.contribution }
    let rows =
      [header]
      + parts.map {
        [
          VisibleText.line($0.term), $0.form.rawValue, "\($0.termFrequency)",
          "\($0.documentFrequency)", decimal($0.idf), decimal($0.share),
          decimal($0.contribution),
        ]
      }
      + explanation.evidence.filter { $0.contribution > 0 }.map {
        [$0.name, "text", "", "", "", decimal($0.value), decimal($0.contribution)]
      }
    let widths = header.indices.map { column in
      rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
    }
    let length =
      "      length \(explanation.length) terms, mean \(decimal(explanation.meanLength));"
      + " k1 \(decimal(explanation.k1)), b \(decimal(explanation.b));"
      + " sum \(decimal(explanation.score))\n"
    return rows.map { row in
      var line = "      "
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - DisplayWidth.columns(of: cell))
        // Words begin at the left, numbers end at the right.
        line += column == 0 ? cell + gap : "  " + (column == 1 ? cell + gap : gap + cell)
      }
      return line + "\n"
    }.joined() + length
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
