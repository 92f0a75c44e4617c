/// A format that tanya reads. The raw value is the format's number in an index; a number is never
/// given a new meaning.
///
/// This is the table of formats: a case and its row make a format known everywhere. The compiler
/// refuses a case without a row and two cases with the same number.
public enum SourceFormat: UInt8, CaseIterable, Sendable {
  case text = 1
  case markdown = 2
  case html = 3
  case collection = 4
  case compressedCollection = 5
  case compressedText = 6

  /// How files of the format are recognized and read.
  public var row: FormatRow {
    switch self {
    case .text:
      FormatRow("plain text", endings: "txt text", unit: .fileLine, .whole(TextReader()))
    case .markdown:
      FormatRow("Markdown", endings: "md markdown mdown mkd", unit: .fileLine, .whole(TextReader()))
    case .html:
      FormatRow("HTML", endings: "html htm xhtml", unit: .textLine, .whole(HTMLReader()))
    case .collection:
      FormatRow("JSON Lines", endings: "jsonl ndjson", unit: .collectionLine, .lines)
    case .compressedCollection:
      FormatRow(
        "JSON Lines under gzip", endings: "jsonl.gz ndjson.gz", unit: .collectionLine,
        .compressedLines)
    case .compressedText:
      FormatRow(
        "a text file under gzip", endings: "gz", magic: [[0x1F, 0x8B, 0x08]], unit: .textLine,
        .whole(GzipReader()))
    }
  }

  /// Whether each line of a file is a document.
  public var isCollection: Bool { row.unit == .collectionLine }
}
