import Model

/// Reads PowerPoint presentations (PPTX, ECMA-376): the titles, texts, tables and notes of slides,
/// in the order of the presentation.
struct SlidesReader: FormatReader {
  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    let package = try OfficePackage(input.bytes)
    guard let presentation = try package.archive.bytes(of: package.main) else {
      throw ReadingError(.damaged)
    }
    let order = SlideOrder()
    try XMLReader.parse(presentation, order)
    let slides = try package.targets(of: package.main)
    var read: Set<String> = []
    let body = SlideBody()
    for (number, id) in order.ids.enumerated() where !body.writer.isFull {
      // No slide is listed twice.
      guard let slide = slides[id], read.insert(slide).inserted,
        let bytes = try package.archive.bytes(of: slide)
      else { continue }
      body.writer.place(Place(.slide, number + 1))
      body.isNotes = false
      try XMLReader.parse(bytes, body)
      guard let notes = try package.part("notesSlide", of: slide) else { continue }
      body.isNotes = true
      try XMLReader.parse(notes, body)
    }
    return [ExtractedText(body.writer, metadata: try package.metadata())]
  }
}

private final class SlideOrder: XMLHandler {
  /// The ids of the relations to slides.
  var ids: [String] = []

  func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "sldId", let id = attributes.relation { ids.append(id) }
  }

  func end(_ name: String) {}
  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}

private final class SlideBody: XMLHandler {
  var writer = MarkupWriter()
  var isNotes = false
  /// The type of placeholder of the open shape, or nil if it is not a placeholder.
  private var placeholder: String?
  private var paragraph: [UInt8]?
  private var isText = false
  private var cells: [[UInt8]]?
  private var skipped = 0

  func start(_ name: String, _ attributes: XMLAttributes) {
    if skipped > 0 {
      skipped += 1
      return
    }
    switch name {
    case "Fallback": skipped = 1
    case "sp": placeholder = nil
    case "ph": placeholder = attributes["type"] ?? "body"
    case "p": paragraph = []
    case "t": isText = true
    case "br": paragraph?.append(0x20)
    case "tr": cells = []
    case "tc": cells?.append([])
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
    case "p":
      write(paragraph ?? [])
      paragraph = nil
    case "sp": placeholder = nil
    case "tr":
      if let row = cells { writer.row(row) }
      cells = nil
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    if isText, skipped == 0 { paragraph?.append(contentsOf: text) }
  }

  private func write(_ text: [UInt8]) {
    if let count = cells?.count, count > 0 {
      if cells?[count - 1].isEmpty == false { cells?[count - 1].append(0x20) }
      cells?[count - 1] += text
      return
    }
    switch placeholder {
    // Numbers, dates, headers and footers repeat on each slide.
    case "sldNum", "dt", "ftr", "hdr", "sldImg": return
    case "title", "ctrTitle": if !isNotes { writer.heading(text, level: 2) }
    default: writer.paragraph(text)
    }
  }
}
