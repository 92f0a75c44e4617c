import Model
import TextAnalysis

/// A line of a report: what it is about, then what is to be said of it.
struct Row: Sendable, Equatable {
  var label: Phrase
  var value: Phrase

  init(_ label: Phrase, _ value: Phrase) {
    self.label = label
    self.value = value
  }

  /// A line per value, of which the first has the label.
  static func list(_ label: Phrase, _ values: [Phrase]) -> [Row] {
    values.enumerated().map { Row($0.offset == 0 ? label : Phrase(verbatim: ""), $0.element) }
  }
}

extension [Row] {
  /// Labels in one column, values in the next.
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
