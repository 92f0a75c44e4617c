import CGumbo
import Glibc
import TextAnalysis

/// Reads HTML pages: the article, and the metadata in the page's head.
struct HTMLReader: FormatReader {
  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    try TextReader.check(input.bytes.span)
    let page = try HTMLPage(input.bytes.span)
    return [ExtractedText(text: page.text, metadata: page.metadata)]
  }
}

/// A parsed page: its article as text with Markdown's marks for headings, lists and tables, and
/// the metadata in its head.
struct HTMLPage {
  /// In bytes. The parser needs about thirty times as much memory.
  static let maximumLength = 16 << 20

  /// The text of the article, with a line break at its end.
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
    // gumbo frees its tree recursively; an arena is freed at once, however deep the nesting.
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

/// Memory that a C parser allocates piece by piece and that is freed all at once.
final class HTMLArena {
  private static let chunkSize = 1 << 20

  private var chunks: [UnsafeMutableRawBufferPointer] = []
  private var used = 0

  deinit {
    for chunk in chunks { chunk.deallocate() }
  }

  /// Allocates memory for gumbo, which passes an unretained arena as the first argument.
  static func allocate(in arena: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer?
  {
    guard let arena else { return malloc(size) }
    return Unmanaged<HTMLArena>.fromOpaque(arena).takeUnretainedValue().allocate(size)
  }

  private func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    let aligned = (max(size, 1) + 15) & ~15
    if let chunk = chunks.last, used + aligned <= chunk.count {
      defer { used += aligned }
      return chunk.baseAddress.map { $0 + used }
    }
    let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(Self.chunkSize, aligned), alignment: 16)
    chunks.append(chunk)
    used = aligned
    return chunk.baseAddress
  }
}
