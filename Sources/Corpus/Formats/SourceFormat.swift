/// A format that tanya reads. The raw value is the code of the format in an index, whose meaning
/// never changes.
///
/// This is the table of formats: a case and its row define a format for the whole program. The
/// compiler rejects a case without a row, and two cases with the same number.
public enum SourceFormat: UInt8, CaseIterable, Sendable {
  case text = 1
  case markdown = 2
  case html = 3
  case collection = 4
  case compressedCollection = 5
  case compressedText = 6
  case pdf = 7
  case word = 8
  case slides = 9
  case sheets = 10
  case openDocument = 11
  case book = 12
  case fictionBook = 13
  case mail = 14
  case subtitles = 15
  case notebook = 16
  case values = 17
  case richText = 18
  case reStructuredText = 19
  case org = 20
  case asciiDoc = 21
  case laTeX = 22
  case manual = 23
  case mailbox = 24

  /// The row of the format, which determines how its files are recognized and read.
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
    case .pdf:
      FormatRow(
        "PDF", endings: "pdf", magic: [Array("%PDF-".utf8)], unit: .textLine,
        helper: HelperProgram(
          command: "pdftotext", package: "poppler-utils",
          arguments: ["-htmlmeta", "-enc", "UTF-8", "-", "-"], usage: "pdftotext FILE"),
        .whole(PDFReader()))
    case .word:
      FormatRow("Word", endings: "docx docm dotx", unit: .textLine, .whole(WordReader()))
    case .slides:
      FormatRow("PowerPoint", endings: "pptx pptm ppsx", unit: .textLine, .whole(SlidesReader()))
    case .sheets:
      FormatRow("Excel", endings: "xlsx xlsm", unit: .textLine, .whole(SheetReader()))
    case .openDocument:
      FormatRow(
        "OpenDocument", endings: "odt ott odp otp ods ots", unit: .textLine,
        .whole(OpenDocumentReader()))
    case .book: FormatRow("EPUB", endings: "epub", unit: .textLine, .whole(BookReader()))
    case .fictionBook:
      FormatRow("FictionBook", endings: "fb2", unit: .textLine, .whole(FictionBookReader()))
    case .mail:
      FormatRow(
        "electronic mail", endings: "eml mht mhtml",
        magic: ["Return-Path: ", "Delivered-To: ", "Received: from "].map { Array($0.utf8) },
        unit: .textLine, .whole(MailReader()))
    case .mailbox:
      FormatRow("a mailbox", endings: "mbox mbx", unit: .textLine, .messages)
    case .subtitles:
      FormatRow("subtitles", endings: "srt vtt ass ssa", unit: .textLine, .whole(SubtitleReader()))
    case .notebook:
      FormatRow("Jupyter", endings: "ipynb", unit: .textLine, .whole(NotebookReader()))
    case .values:
      FormatRow("CSV", endings: "csv tsv tab", unit: .textLine, .whole(CSVReader()))
    case .richText:
      FormatRow(
        "RTF", endings: "rtf", magic: [Array("{\\rtf".utf8)], unit: .textLine,
        .whole(RichTextReader()))
    case .reStructuredText:
      FormatRow(
        "reStructuredText", endings: "rst rest", unit: .fileLine,
        .whole(LightMarkupReader(language: .reStructuredText)))
    case .org:
      FormatRow(
        "Org", endings: "org", unit: .fileLine, .whole(LightMarkupReader(language: .org)))
    case .asciiDoc:
      FormatRow(
        "AsciiDoc", endings: "adoc asciidoc asc", unit: .fileLine,
        .whole(LightMarkupReader(language: .asciiDoc)))
    case .laTeX:
      FormatRow(
        "LaTeX", endings: "tex latex ltx", unit: .fileLine,
        .whole(LightMarkupReader(language: .laTeX)))
    case .manual:
      FormatRow(
        "a manual page", endings: "man mdoc",
        magic: [".\\\"", "'\\\"", ".TH ", ".Dd "].map { Array($0.utf8) }, unit: .textLine,
        helper: HelperProgram(
          command: "mandoc", package: "mandoc", arguments: ["-T", "html"],
          usage: "mandoc -T html FILE > NAME.html"),
        .whole(HTMLReader()))
    }
  }

  /// A Boolean value that indicates whether each line of a file is a document.
  public var isCollection: Bool { row.unit == .collectionLine }

  /// A Boolean value that indicates whether files are read piece by piece, so that they may have
  /// any size.
  var isReadInPieces: Bool {
    switch row.reading {
    case .whole: false
    case .lines, .compressedLines, .messages: true
    }
  }

  /// Returns whether the lines of a document are those that an editor shows of its file, which the
  /// text extracted from another format has none of.
  ///
  /// - Parameter name: The name of the file; for a file under gzip it says what is inside.
  public func hasFileLines(name: String) -> Bool {
    switch row.unit {
    case .fileLine, .collectionLine: true
    case .textLine:
      // Editors unpack gzip.
      self == .compressedText && Self.isText(GzipReader.innerName(of: name))
    }
  }

  private static func isText(_ name: String) -> Bool {
    if case .read(let inner)? = FormatMatch(fileName: name) { return inner.row.unit == .fileLine }
    // The section of a manual page: `ls.1`, `Socket.3perl`.
    guard let dot = name.lastIndex(of: ".") else { return true }
    let section = name[name.index(after: dot)...].utf8
    return !(section.first.map { (0x31...0x39).contains($0) } ?? false)
      || !section.dropFirst().allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }
}
