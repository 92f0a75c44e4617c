import Model

/// Reads books in FictionBook 2 (FB2): one XML file with nested sections.
struct FictionBookReader: FormatReader {
  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    let body = FictionBookBody()
    try XMLReader.parse(input.bytes, body)
    return [
      ExtractedText(text: body.writer.bytes, metadata: body.metadata, places: body.writer.places)
    ]
  }
}

private final class FictionBookBody: XMLHandler {
  var writer = MarkupWriter()
  var metadata = Metadata()
  private var path: [String] = []
  private var paragraph: [UInt8]?
  private var title: [UInt8] = []
  private var author: [String] = []
  private var sectionDepth = 0
  private var isInTitle = false

  func start(_ name: String, _ attributes: XMLAttributes) {
    path.append(name)
    switch name {
    case "section": sectionDepth += 1
    case "title":
      isInTitle = true
      title = []
    case "p", "v", "subtitle", "text-author", "book-title", "first-name", "middle-name",
      "last-name",
      "lang", "td", "th":
      paragraph = []
    case "empty-line": paragraph?.append(0x20)
    case "date" where path.contains("title-info"):
      if let value = attributes["value"] { metadata.addDate(value) }
      paragraph = []
    default: break
    }
  }

  func end(_ name: String) {
    path.removeLast()
    let text = paragraph ?? []
    switch name {
    case "section": sectionDepth -= 1
    case "title":
      isInTitle = false
      let name = String(decoding: title, as: UTF8.self)
      if path.contains("body"), sectionDepth > 0 { writer.place(Place(.chapter, name: name)) }
      writer.heading(title, level: sectionDepth + 1)
    case "p", "v", "subtitle", "text-author", "td", "th":
      paragraph = nil
      guard path.contains("body") else { return }
      if isInTitle {
        if !title.isEmpty { title.append(0x20) }
        title += text
      } else if name == "subtitle" {
        writer.heading(text, level: sectionDepth + 2)
      } else {
        writer.paragraph(text)
      }
    case "book-title", "first-name", "middle-name", "last-name", "lang", "author", "date":
      paragraph = nil
      if path.contains("title-info") { state(name, String(decoding: text, as: UTF8.self)) }
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    // Images are text in Base64.
    if path.last != "binary" { paragraph?.append(contentsOf: text) }
  }

  private func state(_ name: String, _ value: String) {
    switch name {
    case "book-title": metadata.addTitle(value)
    case "lang": metadata.add(.language, Metadata.languageTag(value))
    case "date": metadata.addDate(value)
    case "author":
      metadata.add(.author, author.joined(separator: " "))
      author = []
    default: if path.last == "author" { author.append(value) }
    }
  }
}
