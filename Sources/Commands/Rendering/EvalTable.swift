import Evaluation

/// Formats the figures of runs in columns.
enum EvalTable {
  /// Returns a line for each measure, with a column for all questions and one for each kind of
  /// question. Columns that exceed the width continue in another block below.
  static func text(_ report: EvaluationReport, width: Int) -> String {
    let parts =
      [("all", report.figures)] + report.kinds.map { (VisibleText.line($0.kind), $0.figures) }
    let measures = Measure.allCases.filter { report.figures[$0] != nil }
    let names = [""] + measures.map(\.rawValue) + ["questions"]
    var blocks: [[[String]]] = [[names]]
    var room = width - TextTable.width(names)
    for (name, figures) in parts {
      let column =
        [name] + measures.map { cell(figures[$0], of: $0) } + [
          Quantity.grouped(figures.questions).english
        ]
      let needed = TextTable.gap + TextTable.width(column)
      if needed > room, let last = blocks.last, last.count > 1 {
        blocks.append([names])
        room = width - TextTable.width(names)
      }
      room -= needed
      blocks[blocks.count - 1].append(column)
    }
    return blocks.map(TextTable.lines).joined(separator: "\n")
  }

  /// Returns a line for each change, with the figures before and after and their difference.
  static func text(_ changes: [EvaluationComparison.Change]) -> String {
    guard !changes.isEmpty else { return "" }
    return TextTable.lines([
      changes.map { "  " + $0.measure.rawValue },
      changes.map { decimal($0.before, places: $0.measure.places) },
      changes.map { _ in "→" },
      changes.map { decimal($0.after, places: $0.measure.places) },
      changes.map { change in
        let difference = change.after - change.before
        return (difference < 0 ? "-" : "+")
          + decimal(abs(difference), places: change.measure.places)
      },
    ])
  }

  /// Formats a number with the given number of decimals.
  static func decimal(_ value: Double, places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = (abs(value) * Double(scale)).rounded()
    guard scaled < 1e15 else { return "\(value)" }
    let units = Int(scaled)
    let fraction = String(units % scale)
    let sign = value < 0 && units > 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(units)" }
    return "\(sign)\(units / scale)."
      + String(repeating: "0", count: places - fraction.utf8.count) + fraction
  }

  private static func cell(_ value: Double?, of measure: Measure) -> String {
    value.map { decimal($0, places: measure.places) } ?? "–"
  }
}

extension Figures {
  /// The number of questions that were scored by their answers, or by their documents if these are
  /// more.
  fileprivate var questions: Int { max(answerable + unanswerable, judged) }
}
