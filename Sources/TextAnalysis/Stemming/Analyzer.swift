import Bytes
public import Model

/// Splits a text into tokens, and finds its stop words and stems by the rules of one language.
///
/// ```swift
/// let analyzer = Analyzer(language: .english)
/// analyzer.analyze("The 37 Ministries").map(\.stem)  // ["the", "37", "ministri"]
/// ```
///
/// - Important: An analyzer owns a Snowball handle, which is not thread-safe. Use one analyzer per
///   thread.
public final class Analyzer {
  public let language: Language

  private let keepsBeginnings: Bool
  private let stemmer: SnowballStemmer?
  private let memory = StemMemory()
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

  /// Returns whether a folded word is a stop word, too common to distinguish passages.
  public func isStopWord(_ surface: Span<UInt8>) -> Bool { stopWords.mark(of: surface) != 0 }

  /// Calls `body` with the stem of a folded word. Words with digits, and words of a language
  /// without a stemmer, are passed unchanged. The bytes are valid only during the call.
  public func withStem<R>(of surface: Span<UInt8>, _ body: (Span<UInt8>) -> R) -> R {
    guard let stemmer else { return body(surface) }
    for index in surface.indices where surface[index].isASCIIDigit { return body(surface) }
    return memory.withStem(of: surface, by: stemmer, body)
  }

  /// Returns whether the stem of a folded word is known to begin like the word.
  ///
  /// The first three bytes of the word and its stem then agree as far as both have them, except
  /// that the stem may have `i` instead of `y`, and a word of at least three bytes has a stem of at
  /// least two.
  public func keepsBeginning(of surface: Span<UInt8>) -> Bool {
    keepsBeginnings && surface.isASCII
  }

  /// Returns the tokens of a text with their stems, including stop words.
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
  /// The version of the rules, raised with every change to reading, tokenizing, folding or
  /// stemming.
  private static let ruleVersion: StaticString = "rules 3, utf8proc 2, snowball 2.2"

  /// Returns a hash of the rules, the word list and the stemmer of a language, equal on every
  /// machine. An index with another fingerprint has to be rebuilt.
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
