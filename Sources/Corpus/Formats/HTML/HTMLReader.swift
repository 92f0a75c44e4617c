import CGumbo
import TextAnalysis

/// Reads HTML pages: the article, and the metadata in the page's head.
struct HTMLReader: FormatReader {
  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    let bytes = try TextDecoder.utf8(
      input.bytes, declared: TextDecoder.declaredCharset(in: input.bytes))
    let page = try HTMLPage(bytes.span)
    return [ExtractedText(text: page.text, metadata: page.metadata)]
  }
}

/// A parsed page: its article as text, with the marks of Markdown for headings, lists and tables,
/// and the metadata in its head.
struct HTMLPage {
  /// The greatest size of a page in bytes. The parser needs up to twenty times as much memory.
  static let maximumLength = 16 << 20

  /// The text of the article, which ends with a line break.
  private(set) var text: [UInt8] = []
  /// The metadata, without ranges, because the head is not part of the text.
  private(set) var metadata = Metadata()

  init(_ page: Span<UInt8>) throws(ReadingError) {
    guard page.count <= Self.maximumLength else {
      throw ReadingError(.tooLarge(bytes: page.count))
    }
    let start = ByteOrderMark.length(in: page)
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: page.count - start)
    defer { copy.deallocate() }
    page.extracting(start..<page.count).withUnsafeBufferPointer { _ = copy.initialize(from: $0) }
    HTMLFlattener.flatten(copy)
    guard read(copy) else { throw ReadingError(.nestedTooDeeply) }
  }

  /// Parses the page. Returns `false` if the parser was stopped.
  private mutating func read(_ page: UnsafeMutableBufferPointer<UInt8>) -> Bool {
    // gumbo frees its tree recursively; an arena is freed at once, no matter how deep the nesting
    // is.
    let arena = HTMLArena(page)
    let page = UnsafeBufferPointer(page)
    var options = kGumboDefaultOptions
    options.max_errors = 0
    options.userdata = Unmanaged.passUnretained(arena).toOpaque()
    options.allocator = { arena, size in HTMLArena.allocate(in: arena, size) }
    options.deallocator = { arena, pointer in HTMLArena.free(in: arena, pointer) }
    return withExtendedLifetime(arena) {
      page.withMemoryRebound(to: CChar.self) { page in
        guard let output = gumbo_parse_with_options(&options, page.baseAddress, page.count),
          let root = output.pointee.root
        else { return }
        if arena.isStopped { return }
        let head = HTMLHead(root)
        metadata = head.metadata
        text = HTMLTextExtractor.text(of: head.article ?? root)
        if text.isEmpty { text = HTMLTextExtractor.text(of: root, includingForms: true) }
      }
      return !arena.isStopped
    }
  }
}
