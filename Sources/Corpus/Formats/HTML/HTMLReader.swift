import CGumbo
import Glibc
import Platform
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
  /// The greatest size of a page in bytes. The parser needs about thirty times as much memory.
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
    options.deallocator = { _, _ in }
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

/// Memory that a C parser allocates piece by piece, and that is freed all at once.
///
/// It also stops a parser that takes too long or whose run was cancelled. The parser cannot be
/// interrupted, but it allocates memory for each token, and the rest of its page can be blanked
/// then.
final class HTMLArena {
  private static let chunkSize = 1 << 20
  /// The number of allocations between two checks of the clock.
  private static let allocationsPerCheck = 4096

  /// The page that is being parsed.
  private let page: UnsafeMutableBufferPointer<UInt8>
  /// The processor time of the thread, in nanoseconds, at which the parser is stopped. It allows
  /// ten times as much time as any valid page took.
  private let deadline: Int
  private var allocationCount = 0
  private(set) var isStopped = false

  init(_ page: UnsafeMutableBufferPointer<UInt8>) {
    self.page = page
    deadline = Self.processorTime + 2_000_000_000 + 2_000 * page.count
  }

  private static var processorTime: Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  private func checkTime() {
    guard !isStopped, Interrupt.isRequested || Self.processorTime > deadline else { return }
    isStopped = true
    page.update(repeating: UInt8(ascii: " "))
  }

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
    allocationCount += 1
    if allocationCount % Self.allocationsPerCheck == 0 { checkTime() }
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
