import Library
import Model
import Retrieval
import SegmentFormat
import TextAnalysis
import Translation

/// Formats the contents of an index for people: a label and a value on each line.
enum StatusText {
  static func text(
    _ status: LibraryStatus, _ typesetter: Typesetter, in language: Language
  ) -> String {
    rows(status).text(typesetter, in: language)
  }

  private static func rows(_ status: LibraryStatus) -> [Row] {
    var rows = [
      Row(
        Phrase(english: "index", indonesian: "indeks"),
        status.folder.map { Phrase(verbatim: VisibleText.line($0)) }
          ?? Phrase(
            english: "the built-in sample articles", indonesian: "artikel contoh bawaan")),
      Row(Phrase(english: "documents", indonesian: "dokumen"), holdings(status)),
    ]
    rows += Row.list(
      Phrase(english: "sources", indonesian: "sumber"),
      (status.index.catalog?.roots ?? []).map { Phrase(verbatim: VisibleText.line($0)) })
    rows += Row.list(
      Phrase(english: "words", indonesian: "kamus"),
      (status.dictionaries?.entries ?? []).map { DictionaryMessage.phrase($0).disarmed })
    rows.append(
      Row(
        Phrase(english: "size", indonesian: "ukuran"),
        Quantity.bytes(status.index.bytes) + parts(status.index)))
    rows += Row.list(
      Phrase(english: "skipped", indonesian: "dilewatkan"), IndexMessage.skipped(status.skipped))
    if status.folder != nil {
      rows.append(
        Row(
          Phrase(english: "changes", indonesian: "perubahan"),
          status.changes.isEmpty
            ? IndexMessage.noChanges : IndexMessage.changes(status.changes) + IndexMessage.takeUp))
    }
    return rows
  }

  private static func holdings(_ status: LibraryStatus) -> Phrase {
    let languages = status.index.languages.map {
      Quantity.grouped($0.passages) + Phrase(verbatim: " \($0.language)")
    }
    let passages = Quantity.count(status.passages, .passage)
    return Quantity.grouped(status.documents) + Phrase(verbatim: " (") + passages
      + Phrase(verbatim: languages.isEmpty ? "" : ": ") + languages.joined(separator: ", ")
      + Phrase(verbatim: ")")
  }

  /// Returns the sizes of the three largest parts. The JSON output lists all of them.
  private static func parts(_ index: IndexStatus) -> Phrase {
    let largest = index.sections.sorted { $0.bytes > $1.bytes }.prefix(3)
    guard !largest.isEmpty else { return Phrase(verbatim: "") }
    return Phrase(verbatim: ": ")
      + largest.map { Phrase(verbatim: "\($0.section.name) ") + Quantity.bytes($0.bytes) }
      .joined(separator: ", ") + Phrase(verbatim: ", …")
  }
}
