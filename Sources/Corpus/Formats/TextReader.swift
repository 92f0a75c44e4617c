/// Reads plain text and Markdown, which are text already.
struct TextReader: FormatReader {
  /// The number of bytes to search for NUL, which no text contains.
  private static let binaryCheckLength = 8 << 10

  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    [ExtractedText(text: try TextDecoder.utf8(input.bytes))]
  }

  /// Throws an error unless `bytes` are UTF-8 text.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes.
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

/// The marks at the beginning of a file that identify its encoding.
enum ByteOrderMark {
  /// Returns the length of the UTF-8 mark at the beginning, which is 3, or 0 if there is none.
  static func length(in bytes: Span<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// Returns whether the bytes are marked as UTF-16 or UTF-32.
  static func tellsOtherEncoding(in bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= 2 else { return false }
    return bytes[0] == 0xFF && bytes[1] == 0xFE || bytes[0] == 0xFE && bytes[1] == 0xFF
  }
}
