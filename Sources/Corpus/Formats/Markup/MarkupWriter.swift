import Model

/// Builds the text of a converted file: paragraphs separated by blank lines, with the marks of
/// Markdown for headings, list items and table rows, and the places of the lines.
///
/// White space within a block becomes a single space, so that each block is one line.
struct MarkupWriter {
  private enum Block { case none, paragraph, line, item, row }

  /// The limit of the text, in bytes. A small file can name a long text many times, as the rows of a
  /// sheet do their columns' names.
  var maximumSize = SourceReader.maximumTextSize

  /// A Boolean value that indicates whether blocks were left out because of the limit.
  private(set) var isFull = false
  private(set) var bytes: [UInt8] = []
  private(set) var places = PlaceMap()
  /// The number of line feeds written so far, plus one.
  private var line = 1
  private var last = Block.none
  private var pendingPlace: Place?

  /// Sets the place of the blocks that follow.
  mutating func place(_ place: Place) { pendingPlace = place }

  /// Writes a paragraph, unless it has no text.
  mutating func paragraph(_ text: [UInt8]) { write(text, marker: "", .paragraph) }

  /// Writes a line of a paragraph, which goes on with the next line.
  mutating func line(_ text: ArraySlice<UInt8>) { write(text, marker: "", .line) }

  /// Ends the paragraph of the lines written before.
  mutating func endParagraph() {
    if last == .line { last = .paragraph }
  }

  /// Writes a heading of level 1 to 6.
  mutating func heading(_ text: [UInt8], level: Int) {
    write(text, marker: String(repeating: "#", count: min(max(level, 1), 6)) + " ", .paragraph)
  }

  /// Writes an item of a list.
  mutating func item(_ text: [UInt8]) { write(text, marker: "- ", .item) }

  /// Writes a row of a table, unless all of its cells are empty.
  mutating func row(_ cells: [[UInt8]]) {
    guard cells.contains(where: { $0.contains { $0 > 0x20 } }) else { return }
    var text: [UInt8] = [0x7C, 0x20]
    for (number, cell) in cells.enumerated() {
      if number > 0 { text += [0x20, 0x7C, 0x20] }
      text += cell
    }
    write(text, marker: "", .row)
  }

  /// Writes lines without changes, such as code.
  mutating func verbatim(_ text: [UInt8]) {
    guard hasRoom(for: text.count) else { return }
    startBlock(.paragraph)
    bytes += text
    line += text.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    if text.last != 0x0A {
      bytes.append(0x0A)
      line += 1
    }
  }

  private mutating func write(_ text: some Collection<UInt8>, marker: String, _ block: Block) {
    guard text.contains(where: { $0 > 0x20 }), hasRoom(for: text.count) else { return }
    startBlock(block)
    bytes += marker.utf8
    let start = bytes.count
    for byte in text {
      if byte > 0x20 {
        bytes.append(byte)
      } else if bytes.count > start, bytes[bytes.count - 1] != 0x20 {
        bytes.append(0x20)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    bytes.append(0x0A)
    line += 1
  }

  /// Returns whether a block may be written. After one that may not, none is.
  private mutating func hasRoom(for count: Int) -> Bool {
    if bytes.count + count > maximumSize { isFull = true }
    return !isFull
  }

  private mutating func startBlock(_ block: Block) {
    // Lines of the same paragraph, items of the same list, and rows of the same table, are not
    // separated by blank lines.
    if last != .none, block == .paragraph || last != block {
      bytes.append(0x0A)
      line += 1
    }
    last = block
    if let pendingPlace {
      places.append(pendingPlace, line: line)
      self.pendingPlace = nil
    }
  }
}

extension Metadata {
  /// Sets a value, unless there is one already. Each run of white space becomes one space.
  mutating func add(_ key: MetadataKey, _ value: some StringProtocol) {
    let words = value.split(whereSeparator: \.isWhitespace)
    guard self[key] == nil, !words.isEmpty else { return }
    self[key] = Entry(value: words.joined(separator: " "))
  }

  /// Sets the date, unless there is one already. A value is ignored if it is not a date, or if it
  /// is one that programs write for an unknown date, such as 1970.
  mutating func addDate(_ value: some StringProtocol) {
    guard let date = CalendarDate(in: String(value))?.description,
      !date.hasPrefix("1970"), !date.hasPrefix("1601"), !date.hasPrefix("1980-01-01")
    else { return }
    add(.date, date)
  }

  /// Sets the title, unless there is one already. Titles that programs set automatically are
  /// ignored, such as `Microsoft Word - report.doc`, `untitled` or a file name.
  mutating func addTitle(_ value: some StringProtocol) {
    let lower = value.lowercased()
    let isGiven =
      lower.hasPrefix("microsoft ") || lower.hasPrefix("untitled") || lower == "unknown"
      || lower.hasPrefix("powerpoint presentation") || lower.hasPrefix("slide 1")
      || !lower.contains(" ") && Self.fileEndings.contains { lower.hasSuffix($0) }
    if !isGiven { add(.title, value) }
  }

  private static let fileEndings = [
    ".doc", ".docx", ".dvi", ".odt", ".ppt", ".pptx", ".ps", ".pdf", ".tex", ".txt", ".xls",
    ".xlsx",
    ".qxd", ".indd", ".fm",
  ]
}
