import Library

extension Narrowing {
  /// The conditions, written as the shell's commands that set them.
  var description: String {
    var parts: [String] = []
    if let documents { parts.append(":only \(documents.count)") }
    for (name, values) in [
      (":in", patterns.map(\.text)), (":author", authors), (":title", titles), (":tag", tags),
      (":library", libraries),
      (":since", since.map { [$0.text] } ?? []), (":before", before.map { [$0.text] } ?? []),
    ] where !values.isEmpty {
      parts.append("\(name) \(values.joined(separator: ", "))")
    }
    return VisibleText.line((parts + outer.map(\.description)).joined(separator: " "))
  }
}
