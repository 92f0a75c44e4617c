import JSON
import Model

/// Reads the Markdown and code cells of Jupyter notebooks (nbformat 3 and 4). Outputs are ignored.
struct NotebookReader: FormatReader {
  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    let notebook: JSONValue
    do throws(JSONError) {
      notebook = try input.bytes.withUnsafeBufferPointer { bytes in
        Result { () throws(JSONError) in try JSONValue(parsing: bytes) }
      }.get()
    } catch {
      throw ReadingError(.damaged)
    }
    // Version 3 has its cells in worksheets.
    let sheets = notebook["worksheets"]?.array ?? []
    guard let cells = notebook["cells"]?.array ?? sheets.first?["cells"]?.array else {
      throw ReadingError(.damaged)
    }
    var writer = MarkupWriter()
    var metadata = Metadata()
    for (number, cell) in cells.enumerated() {
      let source = Self.text(cell["source"] ?? cell["input"])
      guard source.contains(where: { $0 > 0x20 }) else { continue }
      writer.place(Place(.cell, number + 1))
      switch cell["cell_type"]?.string {
      case "code": writer.verbatim(Array("```\n".utf8) + Self.line(source) + Array("```\n".utf8))
      case "heading": writer.heading(source, level: cell["level"]?.integer ?? 1)
      default: writer.verbatim(source)
      }
    }
    if let title = notebook["metadata"]?["title"]?.string { metadata.addTitle(title) }
    let authors = notebook["metadata"]?["authors"]?.array ?? []
    if let author = authors.first?["name"]?.string { metadata.add(.author, author) }
    return [ExtractedText(text: writer.bytes, metadata: metadata, places: writer.places)]
  }

  /// Returns the text of a cell's source, which is a string or a list of lines.
  private static func text(_ value: JSONValue?) -> [UInt8] {
    if let text = value?.string { return Array(text.utf8) }
    return (value?.array ?? []).flatMap { Array(($0.string ?? "").utf8) }
  }

  private static func line(_ text: [UInt8]) -> [UInt8] { text.last == 0x0A ? text : text + [0x0A] }
}
