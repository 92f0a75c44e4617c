/// Tells the language of a text from its function words.
public struct LanguageDetector {
  public init() {}

  public func language(of text: Span<UInt8>) -> Language { .undetermined }

  public func language(of text: String) -> Language { language(of: text.utf8.span) }
}
