import Bytes
public import Model

/// The rules of one language for folded words: which are stop words, and what their stems are.
///
/// Owns a Snowball handle, which is not thread-safe: one analyzer per thread.
public final class Analyzer {
  public let language: Language

  private let keepsBeginnings: Bool
  private let stemmer: SnowballStemmer?
  private let stopWords: WordTable
  private var tokenizer = Tokenizer()

  public init(language: Language) {
    self.language = language
    keepsBeginnings = language.stemsKeepBeginnings
    stemmer = SnowballStemmer(language: language)
    var stopWords = WordTable(capacity: 256)
    if let words = FunctionWords.list(of: language) { stopWords.insert(words, mark: 1) }
    self.stopWords = stopWords
  }

  /// Whether a folded word is too common to tell passages apart.
  public func isStopWord(_ surface: Span<UInt8>) -> Bool { stopWords.mark(of: surface) != 0 }

  /// Calls `body` with the stem of a folded surface form: the same bytes where there is nothing to
  /// stem (digits, a language without a stemmer).
  public func withStem<R>(of surface: Span<UInt8>, _ body: (Span<UInt8>) -> R) -> R {
    guard let stemmer else { return body(surface) }
    for index in surface.indices where surface[index].isASCIIDigit { return body(surface) }
    return stemmer.withStem(of: surface, body)
  }

  /// Whether the stem of a folded word is known to begin as the word does, as far as the first three
  /// bytes of either go, but for an `i` in place of a `y`; and to have at least two bytes if the word
  /// has three.
  public func keepsBeginning(of surface: Span<UInt8>) -> Bool {
    keepsBeginnings && surface.isASCII
  }

  /// Tokens, stop words and stems in one.
  public func analyze(_ text: String) -> [AnalyzedToken] {
    var tokens: [AnalyzedToken] = []
    tokenizer.forEachToken(in: text.utf8.span) { token, surface in
      tokens.append(
        AnalyzedToken(
          range: token.range, kind: token.kind, surface: String(copying: surface),
          stem: withStem(of: surface) { String(copying: $0) }, isStopWord: isStopWord(surface)))
    }
    return tokens
  }
}

extension String {
  fileprivate init(copying bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

extension Analyzer {
  /// Raised with every change to the rules of reading, tokenizing, folding or stemming.
  private static let ruleVersion: StaticString = "rules 3, utf8proc 2, snowball 2.2"

  /// One hash of the rules, the word list and the stemmer of a language, equal on every machine;
  /// where an index was written under another one, it has to be rebuilt.
  public static func fingerprint(of language: Language) -> UInt64 {
    var hash = FNVHash()
    func combine(_ text: StaticString) {
      text.withUTF8Buffer { hash.combine($0) }
      hash.combine([0])
    }
    combine(ruleVersion)
    combine(FunctionWords.list(of: language) ?? "")
    hash.combine((SnowballStemmer.algorithm(of: language) ?? "").utf8)
    return hash.value
  }
}
