import Answering
import Library
import Retrieval
import TextAnalysis

/// A table of facts as a person reads it: the values in a column, the sentences beside it, each
/// with its source.
struct FactText {
  var typesetter: Typesetter
  /// Wider values stand on a line of their own.
  private static let widestColumn = 24

  /// - Parameter states: of each citation's source.
  func text(_ table: FactTable, states: [SourceState?]) -> String {
    let keys = table.facts.map { key(of: $0, in: table) }
    let limit = min(Self.widestColumn, typesetter.width / 3)
    let column = keys.map(DisplayWidth.columns).filter { $0 <= limit }.max() ?? 0
    var text = ""
    var group: Fact.Group?
    for (fact, key) in zip(table.facts, keys) {
      if fact.group != group {
        group = fact.group
        text += heading(of: fact.group, isFirst: text.isEmpty, in: table)
      }
      text += row(fact, key, column: column + 2, table, states[fact.citation])
    }
    return text
  }

  private func heading(of group: Fact.Group, isFirst: Bool, in table: FactTable) -> String {
    guard let phrase = FactMessage.heading(group).phrase else { return "" }
    let title = StyledText(phrase.text(in: table.language), .title)
    return (isFirst ? "" : "\n") + typesetter.lines([title])
  }

  /// The values as the sentence has them.
  private func key(of fact: Fact, in table: FactTable) -> String {
    let snippet = Array(table.citations[fact.citation].snippet.utf8)
    return fact.mentions.map {
      VisibleText.line(String(decoding: snippet[$0], as: UTF8.self).readable)
    }.joined(separator: " · ")
  }

  private func row(
    _ fact: Fact, _ key: String, column: Int, _ table: FactTable, _ state: SourceState?
  ) -> String {
    let citation = table.citations[fact.citation]
    let margin = String(repeating: " ", count: column)
    let columns = DisplayWidth.columns(of: key)
    let isWide = columns + 2 > column
    let first = isWide ? margin : key + margin.dropFirst(columns)
    let quotation = CitationText.marked(
      citation.snippet, highlights: fact.mentions, answer: nil)
    let label = margin + "[\(citation.rank)] "
    return (isWide ? typesetter.lines([StyledText(key)]) : "")
      + typesetter.lines(quotation, first: first, indent: column)
      + typesetter.lines(
        CitationText.origin(citation, state, in: table.language), first: label,
        indent: label.utf8.count)
  }
}
