import Model
import TextAnalysis

/// Turns the text of a question into a query.
struct QuestionParser {
  private let analyzers: Analyzers
  private let detector = LanguageDetector()
  /// The language of questions whose words do not determine a language.
  private let usualLanguage: Language

  init(_ analyzers: Analyzers, _ statistics: CollectionStatistics) {
    self.analyzers = analyzers
    let most = statistics.languages.max { $0.passageCount < $1.passageCount }?.language
    usualLanguage = most.flatMap { $0 == .undetermined ? nil : $0 } ?? .english
  }

  /// Analyses a question. See `Searcher.query(_:language:usually:)`.
  func query(_ text: String, language: Language?, usually usual: Language? = nil) -> Query {
    let language = language ?? detectedLanguage(of: text, usually: usual ?? usualLanguage)
    let bytes = Array(text.utf8)
    let syntax = QuestionSyntax(bytes)
    var query = Query(text: text, language: language, terms: [])
    for token in analyzers[language].analyze(text) {
      if syntax.excluded.contains(where: { $0.contains(token.range.lowerBound) }) {
        query.excluded.append(token.stem)
        continue
      }
      query.terms.append(
        QuestionWord(
          text: String(decoding: bytes[token.range], as: UTF8.self),
          range: token.range, surface: token.surface, stem: token.stem,
          isStopWord: token.isStopWord))
    }
    query.phrases = syntax.phrases.compactMap { range in
      let words = query.terms.filter { range.contains($0.range.lowerBound) }.map(\.surface)
      // A single word in quotes is usually just mentioned, not meant as an exact phrase.
      return words.count < 2 ? nil : words
    }
    return query
  }

  private func detectedLanguage(of text: String, usually usual: Language) -> Language {
    let detected = detector.language(of: text)
    return detected == .undetermined ? usual : detected
  }
}

/// A cache of the analyzers that one thread has used. Analyzers are not thread-safe, and expensive
/// to create.
final class Analyzers {
  private var known: [Analyzer] = []

  subscript(language: Language) -> Analyzer {
    if let analyzer = known.first(where: { $0.language == language }) { return analyzer }
    let analyzer = Analyzer(language: language)
    known.append(analyzer)
    return analyzer
  }
}

/// The syntax of questions: `"exact phrases"` and `-words`.
struct QuestionSyntax {
  /// The ranges of the UTF-8 bytes between double quotes, straight or curly.
  var phrases: [Range<Int>] = []
  /// The ranges of the UTF-8 bytes of words that begin with a minus sign.
  var excluded: [Range<Int>] = []

  /// - Parameter bytes: The UTF-8 of the question.
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  init(_ bytes: [UInt8]) {
    var openQuote: Int?
    var index = 0
    while index < bytes.count {
      let quote = QuestionSyntax.quoteLength(bytes, at: index)
      if quote > 0 {
        if let start = openQuote {
          if start < index { phrases.append(start..<index) }
          openQuote = nil
        } else {
          openQuote = index + quote
        }
        index += quote
      } else if bytes[index] == UInt8(ascii: "-"), openQuote == nil,
        index == 0 || bytes[index - 1] <= 0x20, index + 1 < bytes.count,
        QuestionSyntax.isLetter(bytes[index + 1])
      {
        var end = index + 1
        while end < bytes.count, bytes[end] > 0x20 { end += 1 }
        excluded.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
  }

  private static func quoteLength(_ bytes: [UInt8], at index: Int) -> Int {
    if bytes[index] == UInt8(ascii: "\"") { return 1 }
    // “ and ” are E2 80 9C and E2 80 9D.
    guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
      bytes[index + 2] == 0x9C || bytes[index + 2] == 0x9D
    else { return 0 }
    return 3
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }
}
