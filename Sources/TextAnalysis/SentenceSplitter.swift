/// Cuts a text into sentences.
///
/// A sentence ends at `.`, `!`, `?`, `…` and the closing quotes and brackets after them, where
/// white space and a capital, a digit or an opening quote follow; at a blank line; and at a line
/// break before a list item, a heading, a table row or a rule. Other line breaks are soft. Stops
/// of abbreviations, initials and numbers end nothing (`Abbreviations`).
///
/// The ranges are in order, count UTF-8 bytes, have no white space at their ends, and cover every
/// byte of the text that is neither white space nor the marker of a list item, heading or rule.
public struct SentenceSplitter {
  /// A text without any end is cut before this many bytes, at a clause or a word if it has any.
  public static let maximumLength = 1500

  /// Linear in the length of the text.
  public static func sentences(in text: Span<UInt8>) -> [Range<Int>] {
    text.withUnsafeBufferPointer { buffer in
      guard let view = ByteView(buffer) else { return [] }
      var scanner = SentenceScanner(view)
      scanner.scan()
      return scanner.sentences
    }
  }

  public static func sentences(in text: String) -> [Range<Int>] {
    sentences(in: text.utf8.span)
  }
}
