import Model

/// Reads Word documents (DOCX, ECMA-376): headings, which have certain styles, lists, tables and
/// footnotes.
struct WordReader: FormatReader {
  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    let package = try OfficePackage(input.bytes)
    let styles = WordStyles()
    if let bytes = try package.part("styles", of: package.main) {
      try XMLReader.parse(bytes, styles)
    }
    let body = WordBody(styles)
    guard let document = try package.archive.bytes(of: package.main) else {
      throw ReadingError(.damaged)
    }
    try XMLReader.parse(document, body)
    for type in ["footnotes", "endnotes"] {
      guard let bytes = try package.part(type, of: package.main) else { continue }
      body.isInNotes = true
      try XMLReader.parse(bytes, body)
    }
    return [ExtractedText(body.writer, metadata: try package.metadata())]
  }
}

/// Reads the styles of headings and of lines in a table of contents.
private final class WordStyles: XMLHandler {
  enum Style {
    case heading(Int)
    case title
    case contents
  }

  private(set) var styles: [String: Style] = [:]
  private var id = ""
  private var base: [String: String] = [:]

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "style": id = attributes["styleId"] ?? ""
    case "name":
      // Names are English in files of every language, but ids are not.
      let style = (attributes["val"] ?? "").lowercased()
      if style == "title" {
        styles[id] = .title
      } else if style.hasPrefix("heading "), let level = Int(style.dropFirst(8)) {
        styles[id] = .heading(level)
      } else if style.hasPrefix("toc ") || style.hasPrefix("table of figures") {
        styles[id] = .contents
      }
    case "basedOn": base[id] = attributes["val"]
    case "outlineLvl":
      if styles[id] == nil, let level = attributes["val"].flatMap({ Int($0) }), level < 9 {
        styles[id] = .heading(level + 1)
      }
    default: break
    }
  }

  func end(_ name: String) {}
  func text(_ text: UnsafeBufferPointer<UInt8>) {}

  /// Returns the style with an id, or of the nearest style on which it is based.
  func style(_ id: String) -> Style? {
    var id = id
    for _ in 0..<16 {
      if let style = styles[id] { return style }
      guard let next = base[id] else { return nil }
      id = next
    }
    return nil
  }
}

/// Writes the paragraphs and tables of a part.
private final class WordBody: XMLHandler {
  private struct Paragraph {
    var text: [UInt8] = []
    var style: WordStyles.Style?
    var isItem = false
    var outline: Int?
  }

  var writer = MarkupWriter()
  var isInNotes = false
  private let styles: WordStyles
  /// The open paragraphs. A text box contains paragraphs within a paragraph.
  private var open: [Paragraph] = []
  private var isText = false
  /// The depth of elements whose contents are skipped, such as the fallback of a drawing.
  private var skipped = 0
  /// The cells of the open row of the outermost table, or nil outside of tables.
  private var cells: [[UInt8]]?
  private var tableDepth = 0

  init(_ styles: WordStyles) { self.styles = styles }

  func start(_ name: String, _ attributes: XMLAttributes) {
    if skipped > 0 {
      skipped += 1
      return
    }
    switch name {
    case "Fallback", "del", "moveFrom": skipped = 1
    case "p": open.append(Paragraph())
    case "pStyle": set { $0.style = attributes["val"].flatMap { styles.style($0) } }
    case "outlineLvl": set { $0.outline = attributes["val"].flatMap { Int($0) } }
    case "numPr": set { $0.isItem = true }
    case "t": isText = true
    case "tab", "br", "cr": append(0x20)
    case "noBreakHyphen": append(0x2D)
    case "tbl": tableDepth += 1
    case "tr": if tableDepth == 1 { cells = [] }
    case "tc": if tableDepth == 1 { cells?.append([]) }
    default: break
    }
  }

  func end(_ name: String) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch name {
    case "t": isText = false
    case "p": if let paragraph = open.popLast() { write(paragraph) }
    case "tr":
      if tableDepth == 1, let row = cells {
        writer.row(row)
        cells = nil
      }
    case "tbl": tableDepth -= 1
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard isText, skipped == 0, !open.isEmpty else { return }
    open[open.count - 1].text += text
  }

  private func set(_ change: (inout Paragraph) -> Void) {
    if !open.isEmpty { change(&open[open.count - 1]) }
  }

  private func append(_ byte: UInt8) { set { $0.text.append(byte) } }

  private func write(_ paragraph: Paragraph) {
    if let count = cells?.count, count > 0 {
      if cells?[count - 1].isEmpty == false { cells?[count - 1].append(0x20) }
      cells?[count - 1] += paragraph.text
      return
    }
    switch paragraph.style {
    case .contents: return
    case .heading(let level): writer.heading(paragraph.text, level: level)
    case .title: writer.heading(paragraph.text, level: 1)
    case nil:
      if let outline = paragraph.outline, outline < 9 {
        writer.heading(paragraph.text, level: outline + 1)
      } else if paragraph.isItem, !isInNotes {
        writer.item(paragraph.text)
      } else {
        writer.paragraph(paragraph.text)
      }
    }
  }
}
