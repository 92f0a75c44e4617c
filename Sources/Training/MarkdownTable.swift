/// A table in Markdown, built row by row.
struct MarkdownTable {
  private(set) var text: String

  init(columns: [String]) {
    text = Self.row(columns) + "\n|" + String(repeating: "---|", count: columns.count)
  }

  mutating func add(_ cells: [String]) { text += "\n" + Self.row(cells) }

  mutating func add(_ name: String, _ cells: [String]) { add([name] + cells) }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }
}
