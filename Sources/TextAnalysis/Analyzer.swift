/// What one language says about folded words: which are stop words, and what their stems are.
///
/// Owns a Snowball handle, which is not thread-safe: one analyzer per thread.
public final class Analyzer {
  public let language: Language

  private let stemmer: SnowballStemmer?
  private let stopWords: WordTable
  private let isIndonesian: Bool
  private var tokenizer = Tokenizer()

  public init(language: Language) {
    self.language = language
    isIndonesian = SnowballStemmer.algorithm(of: language) == "id"
    stemmer = SnowballStemmer(language: language)
    var stopWords = WordTable(capacity: 256)
    if let words = FunctionWords.list(of: language) { stopWords.insert(words, mark: 1) }
    self.stopWords = stopWords
  }

  /// Whether a folded word is too common to tell passages apart.
  public func isStopWord(_ surface: Span<UInt8>) -> Bool { stopWords.mark(of: surface) != 0 }

  /// Calls `body` with the stem of a folded surface form: the same bytes where there is nothing to
  /// stem (fewer than four letters, digits, a language without a stemmer). A percentage stems to
  /// its number, so that `3.7%` meets "3.7 percent".
  public func withStem<R>(of surface: Span<UInt8>, _ body: (Span<UInt8>) -> R) -> R {
    var letterCount = 0
    for index in surface.indices {
      let byte = surface[index]
      if byte.isASCIIDigit {
        let isPercentage = surface[surface.count - 1] == UInt8(ascii: "%")
        return body(isPercentage ? surface.extracting(droppingLast: 1) : surface)
      }
      if byte & 0xC0 != 0x80 { letterCount += 1 }
    }
    guard letterCount >= 4, let stemmer else { return body(surface) }
    return stemmer.withStem(of: surface) { stem in
      isIndonesian && stem.count == surface.count && hasLooseClitic(surface)
        ? body(surface.extracting(droppingLast: 3)) : body(stem)
    }
  }

  /// Snowball strips -nya from longer words only, not from `filmnya` or `timnya`; after a vowel it
  /// may be part of the word (`nyonya`).
  private func hasLooseClitic(_ surface: Span<UInt8>) -> Bool {
    let rest = surface.count - 3
    guard rest >= 3, surface[rest] == UInt8(ascii: "n"), surface[rest + 1] == UInt8(ascii: "y"),
      surface[rest + 2] == UInt8(ascii: "a")
    else { return false }
    switch surface[rest - 1] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      return false
    default:
      return true
    }
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
