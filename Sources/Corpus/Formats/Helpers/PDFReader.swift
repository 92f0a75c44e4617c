import Model

/// Reads the output of `pdftotext -htmlmeta` for a PDF document: a head with metadata, and the text
/// of the pages, each of which ends with a form feed.
struct PDFReader: FormatReader {
  /// The number of bytes per page below which a document counts as scanned images.
  private static let leastText = 20

  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    // The text itself cannot contain these tags, because it is escaped.
    let span = input.bytes.span
    guard let start = span.firstRange(of: "<pre>", in: 0..<span.count)?.upperBound,
      let end = span.firstRange(of: "</pre>", in: start..<span.count)?.lowerBound
    else { throw ReadingError(.damaged) }
    let text = Self.unescaped(input.bytes[start..<end])
    let pages = Self.pages(of: text)
    let size = pages.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
    // One or two pages may contain only a few words, but a whole document of such pages was
    // scanned.
    guard size > 0, pages.count <= 2 || size >= Self.leastText * pages.count else {
      throw ReadingError(.noTextLayer)
    }
    let cleaned = PDFCleaner.clean(pages)
    return [
      ExtractedText(
        text: cleaned.text, metadata: Self.metadata(input.bytes[..<start]),
        places: cleaned.places)
    ]
  }

  /// Returns the lines of each page.
  private static func pages(of text: [UInt8]) -> [[[UInt8]]] {
    var pages = text.split(separator: 0x0C, omittingEmptySubsequences: false).map { page in
      page.split(separator: 0x0A, omittingEmptySubsequences: false).map { PDFCleaner.line($0) }
    }
    // A form feed ends the last page too.
    if let last = pages.last, last.allSatisfy(\.isEmpty) { pages.removeLast() }
    return pages
  }

  private static func metadata(_ head: ArraySlice<UInt8>) -> Metadata {
    var metadata = Metadata()
    let text = String(decoding: unescaped(head), as: UTF8.self)
    if let start = text.firstRange(of: "<title>")?.upperBound,
      let end = text[start...].firstRange(of: "</title>")?.lowerBound
    {
      metadata.addTitle(text[start..<end])
    }
    if let author = content(of: "Author", in: text) { metadata.add(.author, author) }
    for name in ["CreationDate", "ModDate"] {
      if let date = content(of: name, in: text) { metadata.addDate(day(of: date)) }
    }
    return metadata
  }

  private static func content(of name: String, in head: String) -> Substring? {
    guard let start = head.firstRange(of: "<meta name=\"\(name)\" content=\"")?.upperBound,
      let end = head[start...].firstRange(of: "\"/>")?.lowerBound, start < end
    else { return nil }
    return head[start..<end]
  }

  /// Returns the day of a date such as `D:20240131120000+07'00'`, as `2024-01-31`. Other forms are
  /// unchanged.
  private static func day(of date: Substring) -> String {
    let digits = date.hasPrefix("D:") ? date.dropFirst(2) : date
    guard digits.prefix(8).count == 8, digits.prefix(8).allSatisfy({ $0.isASCII && $0.isNumber })
    else { return String(date) }
    let day = digits.prefix(8)
    return "\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.dropFirst(6))"
  }

  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let entities: [(name: String, byte: UInt8)] = [
      ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
      ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")),
    ]
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var rest = text
    while let sign = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<sign]
      rest = rest[sign...]
      let entity = entities.first { rest.starts(with: $0.name.utf8) }
      result.append(entity?.byte ?? UInt8(ascii: "&"))
      rest = rest.dropFirst(entity?.name.utf8.count ?? 1)
    }
    result += rest
    return result
  }
}
