/// Reads plain text and Markdown, which are text already.
struct TextReader: FormatReader {
  /// In bytes: how far to look for NUL, which no text contains.
  private static let binaryCheckLength = 8 << 10

  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    try Self.check(input.bytes.span)
    return [ExtractedText(text: input.bytes)]
  }

  /// Throws unless `bytes` are UTF-8 text.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  static func check(_ bytes: Span<UInt8>) throws(ReadingError) {
    guard !ByteOrderMark.tellsOtherEncoding(in: bytes) else {
      throw ReadingError(.notUTF8(offset: 0))
    }
    let head = 0..<min(bytes.count, binaryCheckLength)
    guard bytes.firstIndex(of: 0, in: head) == nil else {
      throw ReadingError(.binary)
    }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes)
    } catch {
      throw ReadingError(.notUTF8(offset: error.byteOffsets.lowerBound))
    }
  }
}
