import Retrieval
import SegmentFormat
import TextAnalysis
import Translation

/// What an index holds, for people: a name, a column, a value per line.
enum StatusText {
  static func text(_ status: LibraryStatus) -> String {
    rows(status).map { name, value in
      name + String(repeating: " ", count: max(1, 11 - name.utf8.count)) + value + "\n"
    }.joined()
  }

  private static func rows(_ status: LibraryStatus) -> [(String, String)] {
    var rows = [
      ("index", status.folder.map(VisibleText.line) ?? "the built-in sample articles"),
      (
        "documents",
        "\(Quantity.grouped(status.documents)) (\(Quantity.count(status.passages, "passage"))"
          + languages(status) + ")"
      ),
    ]
    for (index, source) in (status.index.catalog?.roots ?? []).enumerated() {
      rows.append((index == 0 ? "sources" : "", VisibleText.line(source)))
    }
    for (index, entry) in (status.dictionaries?.entries ?? []).enumerated() {
      rows.append((index == 0 ? "dictionary" : "", DictionaryText.line(entry)))
    }
    rows.append(("size", "\(Quantity.bytes(status.index.bytes)): \(parts(status.index))"))
    for (index, line) in SkippedText.lines(status.skipped).enumerated() {
      rows.append((index == 0 ? "skipped" : "", line))
    }
    if status.folder != nil { rows.append(("changes", changes(status.changes))) }
    return rows
  }

  private static func languages(_ status: LibraryStatus) -> String {
    let counts = status.index.languages.map { "\(Quantity.grouped($0.passages)) \($0.language)" }
    return counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")
  }

  /// The parts that matter, the largest first; the rest is in the JSON.
  private static func parts(_ index: IndexStatus) -> String {
    index.sections.sorted { $0.bytes > $1.bytes }.prefix(4)
      .map { "\($0.section.name) \(Quantity.bytes($0.bytes))" }.joined(separator: ", ") + ", …"
  }

  private static func changes(_ changes: SourceChanges) -> String {
    if changes.isEmpty { return "none since it was indexed" }
    let counts = [
      (changes.added.count, "new"), (changes.changed.count, "changed"),
      (changes.removed.count, "gone"),
    ]
    return counts.filter { $0.0 > 0 }.map { "\(Quantity.grouped($0.0)) \($0.1)" }
      .joined(separator: ", ") + " since it was indexed: run tanya index"
  }
}
