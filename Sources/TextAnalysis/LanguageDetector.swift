public import Model

/// Tells the language of a text from its function words, and from a few affixes of English and
/// Indonesian words.
///
/// English and Indonesian are told from a single function word; the other languages have to be
/// clear. Malay is taken for Indonesian.
public struct LanguageDetector {
  /// Bytes of a text that are looked at, a few hundred words.
  private static let sampleLength = 4096

  public init() {}

  /// `undetermined` where nothing speaks for any language, as in a list of names.
  public func language(of text: Span<UInt8>) -> Language {
    let sample = text.extracting(first: min(text.count, Self.sampleLength))
    var tokenizer = Tokenizer()
    var evidence = LanguageEvidence()
    tokenizer.forEachToken(in: sample) { token, surface in
      if token.kind == .word { evidence.add(surface) }
    }
    return evidence.verdict
  }

  public func language(of text: String) -> Language { language(of: text.utf8.span) }
}
