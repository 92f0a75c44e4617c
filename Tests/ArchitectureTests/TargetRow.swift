import Testing

/// A row of the table in ARCHITECTURE.md that says what a target may import.
struct TargetRow: Sendable, CustomTestStringConvertible {
  var name: String
  var allowed: [String]

  var testDescription: String { name }

  /// The rows of the table under the heading "Targets", in order.
  static let all: [TargetRow] = {
    let page = (try? Repository.contents(of: "ARCHITECTURE.md")) ?? ""
    return page.split(separator: "\n")
      .drop { $0 != "## Targets" }
      .drop { !$0.hasPrefix("|---") }
      .dropFirst()
      .prefix { $0.hasPrefix("|") }
      .map { line in
        let cells = line.split(separator: "|", omittingEmptySubsequences: false)
          .map { $0.trimmed }
        let allowed = cells.count > 3 ? cells[3].split(separator: ",").map { $0.trimmed } : []
        return TargetRow(name: cells.count > 1 ? cells[1] : "", allowed: allowed)
      }
  }()
}

extension Substring {
  /// Without spaces at either end.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
