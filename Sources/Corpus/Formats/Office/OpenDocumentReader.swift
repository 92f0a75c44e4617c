import Model

/// Reads OpenDocument texts, presentations and spreadsheets (ODT, ODP, ODS; ISO 26300).
struct OpenDocumentReader: FormatReader {
  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    let archive = try ZipArchive(input.bytes)
    if let manifest = try archive.bytes(of: "META-INF/manifest.xml") {
      let encryption = ElementFinder("encryption-data")
      try XMLReader.parse(manifest, encryption)
      if encryption.isFound { throw ReadingError(.encrypted) }
    }
    guard let content = try archive.bytes(of: "content.xml") else { throw ReadingError(.damaged) }
    let body = OpenDocumentBody()
    try XMLReader.parse(content, body)
    let properties = XMLProperties()
    if let meta = try archive.bytes(of: "meta.xml") { try? XMLReader.parse(meta, properties) }
    body.finish()
    return [body.table.text(properties.metadata)]
  }
}

/// Determines whether a document contains an element.
final class ElementFinder: XMLHandler {
  private let name: String
  private(set) var isFound = false

  init(_ name: String) { self.name = name }

  func start(_ name: String, _ attributes: XMLAttributes) {
    if name == self.name { isFound = true }
  }

  func end(_ name: String) {}
  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}

private final class OpenDocumentBody: XMLHandler {
  /// The greatest number of times that a repeated cell is written. Cells are repeated to fill a
  /// sheet.
  private static let mostRepeated = 64

  private struct Paragraph {
    var text: [UInt8] = []
    /// The level of a heading, or 0 for a paragraph.
    var level = 0
  }

  var table = RecordWriter()
  private var open: [Paragraph] = []
  private var notes: [[UInt8]] = []
  private var noteDepth = 0
  private var listDepth = 0
  private var skipped = 0
  private var isSpreadsheet = false
  private var tableDepth = 0
  private var cells: [[UInt8]]?
  private var columnsRepeated = 1
  private var row = 0
  private var rowsRepeated = 1
  private var slide = 0

  func start(_ name: String, _ attributes: XMLAttributes) {
    if skipped > 0 {
      skipped += 1
      return
    }
    switch name {
    // Deleted text, comments, tables of contents and other generated lists.
    case "tracked-changes", "annotation", "table-of-content", "illustration-index", "table-index",
      "alphabetical-index", "sequence-decls", "forms", "shapes", "note-citation", "script", "style":
      skipped = 1
    case "spreadsheet": isSpreadsheet = true
    case "page":
      slide += 1
      table.writer.place(Place(.slide, slide))
    case "h": open.append(Paragraph(level: max(Int(attributes["outline-level"] ?? "") ?? 1, 1)))
    case "p": open.append(Paragraph())
    case "s": append(0x20, min(Int(attributes["c"] ?? "") ?? 1, 8))
    case "tab", "line-break": append(0x20, 1)
    case "note-body": noteDepth += 1
    case "list": listDepth += 1
    case "table":
      tableDepth += 1
      if tableDepth == 1, isSpreadsheet {
        table.startSheet(attributes["name"] ?? "")
        row = 0
      }
    case "table-row":
      guard tableDepth == 1 else { return }
      rowsRepeated = max(Int(attributes["number-rows-repeated"] ?? "") ?? 1, 1)
      row += 1
      cells = []
    case "table-cell", "covered-table-cell":
      guard tableDepth == 1 else { return }
      columnsRepeated = max(Int(attributes["number-columns-repeated"] ?? "") ?? 1, 1)
      cells?.append([])
    default: break
    }
  }

  func end(_ name: String) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch name {
    case "h", "p": if let paragraph = open.popLast() { write(paragraph) }
    case "note-body": noteDepth -= 1
    case "list": listDepth -= 1
    case "table": tableDepth -= 1
    case "table-cell", "covered-table-cell":
      guard tableDepth == 1, let count = cells?.count, count > 0, columnsRepeated > 1 else {
        return
      }
      let cell = cells?[count - 1] ?? []
      for _ in 1..<min(columnsRepeated, Self.mostRepeated) { cells?.append(cell) }
    case "table-row":
      guard tableDepth == 1, let row = cells else { return }
      cells = nil
      if isSpreadsheet {
        table.row(row, number: self.row)
      } else {
        table.writer.row(row)
      }
      self.row += rowsRepeated - 1
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0, !open.isEmpty else { return }
    open[open.count - 1].text += text
  }

  /// Writes the notes.
  func finish() {
    for note in notes { table.writer.paragraph(note) }
    notes = []
  }

  private func append(_ byte: UInt8, _ count: Int) {
    guard !open.isEmpty, count > 0 else { return }
    open[open.count - 1].text += repeatElement(byte, count: count)
  }

  private func write(_ paragraph: Paragraph) {
    if let count = cells?.count, count > 0 {
      if cells?[count - 1].isEmpty == false { cells?[count - 1].append(0x20) }
      cells?[count - 1] += paragraph.text
    } else if noteDepth > 0 {
      notes.append(paragraph.text)
    } else if paragraph.level > 0 {
      table.writer.heading(paragraph.text, level: paragraph.level)
    } else if listDepth > 0, slide == 0 {
      table.writer.item(paragraph.text)
    } else {
      table.writer.paragraph(paragraph.text)
    }
  }
}
