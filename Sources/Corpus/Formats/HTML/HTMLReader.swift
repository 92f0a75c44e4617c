import CGumbo
import TextAnalysis

/// Reads HTML pages: the article of each, and what its head states.
struct HTMLReader: FormatReader {
  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    try TextReader.check(input.bytes.span)
    let page = try HTMLPage(input.bytes.span)
    return [ExtractedText(text: page.text, metadata: page.metadata)]
  }
}

/// A parsed page: its article as text with Markdown's marks for headings, lists and tables, and
/// what its head states.
struct HTMLPage {
  /// In bytes. The parser takes about thirty times as much memory.
  static let maximumLength = 16 << 20

  /// The text of the article; ends with a line break.
  private(set) var text: [UInt8] = []
  /// Without ranges: the head is not part of the text.
  private(set) var metadata = Metadata()

  init(_ page: Span<UInt8>) throws(ReadingError) {
    guard page.count <= Self.maximumLength else {
      throw ReadingError(.tooLarge(bytes: page.count))
    }
    guard HTMLNesting.isBounded(page) else {
      throw ReadingError(.nestedTooDeeply)
    }
    let start = ByteOrderMark.length(in: page)
    page.extracting(start..<page.count).withUnsafeBufferPointer { bytes in
      read(bytes)
    }
  }

  private mutating func read(_ page: UnsafeBufferPointer<UInt8>) {
    // gumbo frees its tree by recursion; an arena is freed at once whatever the nesting.
    let arena = HTMLArena()
    var options = kGumboDefaultOptions
    options.max_errors = 0
    options.userdata = Unmanaged.passUnretained(arena).toOpaque()
    options.allocator = { arena, size in HTMLArena.allocate(in: arena, size) }
    options.deallocator = { _, _ in }
    withExtendedLifetime(arena) {
      page.withMemoryRebound(to: CChar.self) { page in
        guard let output = gumbo_parse_with_options(&options, page.baseAddress, page.count),
          let root = output.pointee.root
        else { return }
        let head = HTMLHead(root)
        metadata = head.metadata
        text = HTMLTextExtractor.text(of: head.article ?? root)
        if text.isEmpty { text = HTMLTextExtractor.text(of: root, includingForms: true) }
      }
    }
  }
}
