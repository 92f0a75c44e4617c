/// Cuts a text into sentences.
public struct SentenceSplitter {
  public static func sentences(in text: Span<UInt8>) -> [Range<Int>] {
    text.isEmpty ? [] : [0..<text.count]
  }

  public static func sentences(in text: String) -> [Range<Int>] { sentences(in: text.utf8.span) }
}
