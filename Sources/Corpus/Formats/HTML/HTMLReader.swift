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

/// Guards the parser, whose work grows with depth, against absurdly nested pages.
enum HTMLNesting {
  /// The depth at which browsers stop, too.
  static let maximumDepth = 512

  /// Returns whether elements are nested at most `maximumDepth` deep, counting opening and closing
  /// tags; the count is never too low.
  static func isBounded(_ page: Span<UInt8>) -> Bool {
    var depth = 0
    var index = 0
    while let open = page.firstIndex(of: UInt8(ascii: "<"), in: index..<page.count) {
      index = open + 1
      guard index < page.count else { return true }
      let isClosing = page[index] == UInt8(ascii: "/")
      var end = isClosing ? index + 1 : index
      let start = end
      while end < page.count, isLetter(page[end]) || page.isDigit(at: end) { end += 1 }
      guard end > start, end - start <= 10 else { continue }
      let name = page.string(in: start..<end).lowercased()
      index = end
      if unpaired.contains(Substring(name)) { continue }
      depth = max(0, depth + (isClosing ? -1 : 1))
      if depth > maximumDepth { return false }
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  /// Elements without content, and those closed by the next of their kind.
  private static let unpaired: Set<Substring> = Set(
    """
    area base br col embed hr img input link meta param source track wbr p li dt dd tr td th
    thead tbody tfoot colgroup option optgroup html head body
    """.split { $0 == " " || $0 == "\n" })
}
