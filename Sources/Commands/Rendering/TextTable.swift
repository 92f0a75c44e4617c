import Model
import TextAnalysis

/// A line of a report: a label and a value.
struct Row: Sendable, Equatable {
  var label: Phrase
  var value: Phrase

  init(_ label: Phrase, _ value: Phrase) {
    self.label = label
    self.value = value
  }

  /// Returns a row for each value, of which only the first has the label.
  static func list(_ label: Phrase, _ values: [Phrase]) -> [Row] {
    values.enumerated().map { Row($0.offset == 0 ? label : Phrase(verbatim: ""), $0.element) }
  }
}

extension [Row] {
  /// Formats the rows with the labels in one column and the values in the next.
  func text(_ typesetter: Typesetter, in language: Language) -> String {
    let labels = map { $0.label.text(in: language) }
    let width = labels.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    return zip(self, labels).map { row, label in
      let gap = String(repeating: " ", count: width - DisplayWidth.columns(of: label) + 2)
      return typesetter.lines(
        [StyledText(row.value.text(in: language))], first: label + gap, indent: width + 2)
    }.joined()
  }
}

/// Formats cells in columns.
enum TextTable {
  /// The number of spaces between columns.
  static let gap = 2

  /// Returns the lines of a table that is given by columns of equal length. The first column is
  /// aligned left, the others right.
  static func lines(_ table: [[String]]) -> String {
    let widths = table.map(width)
    let rows = table.first?.indices ?? 0..<0
    return rows.map { row in
      table.indices.map { column in
        let cell = table[column][row]
        let space = String(
          repeating: " ", count: widths[column] - DisplayWidth.columns(of: cell))
        return column == 0 ? cell + space : String(repeating: " ", count: gap) + space + cell
      }.joined() + "\n"
    }.joined()
  }

  /// Returns the width of the widest cell, in terminal columns.
  static func width(_ cells: [String]) -> Int {
    cells.map { DisplayWidth.columns(of: $0) }.max() ?? 0
  }
}
