import Answering
import Library
import Model
import Retrieval
import TextAnalysis

/// Formats a table of facts for people: the values in one column, the sentences with their sources
/// beside them.
struct FactText {
  var typesetter: Typesetter
  /// The maximum width of a value in the column, in terminal columns. Wider values get a line of
  /// their own.
  private static let widestColumn = 24

  /// Returns the text of a table.
  ///
  /// - Parameter states: The state of each citation's source.
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
    guard let phrase = AnswerMessage.heading(group) else { return "" }
    let title = StyledText(phrase.text(in: table.language), .title)
    return (isFirst ? "" : "\n") + typesetter.lines([title])
  }

  /// Returns the values as the sentence writes them.
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
