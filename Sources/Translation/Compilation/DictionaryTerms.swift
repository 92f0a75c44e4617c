import Model
import TextAnalysis

/// The terms of one language in the dictionaries, folded and stemmed like the words of an index,
/// and numbered in the order of their first appearance.
final class DictionaryTerms {
  struct Term {
    /// The folded words, separated by single spaces.
    var surface: String
    /// The stems of the words, separated by single spaces.
    var stem: String
  }

  let language: Language
  private let maximumLength: Int
  private let analyzer: Analyzer
  private var tokenizer = Tokenizer()
  private var numbers: [String: Int32] = [:]
  private(set) var terms: [Term] = []
  // The term that is being read.
  private var surface: [UInt8] = []
  private var stem: [UInt8] = []

  /// - Parameter maximumLength: The maximum number of words of a term.
  init(_ language: Language, maximumLength: Int = SynonymSet.maximumPhraseLength) {
    self.language = language
    self.maximumLength = maximumLength
    analyzer = Analyzer(language: language)
  }

  /// Returns the number of a term, or nil if it has no word, too many words, or only stop words.
  ///
  /// In English, a leading `to`, `a`, `an` or `the` is ignored: dictionaries print them with verbs
  /// and nouns.
  func number(of text: Span<UInt8>) -> Int32? {
    surface.removeAll(keepingCapacity: true)
    stem.removeAll(keepingCapacity: true)
    var wordCount = 0
    var isTelling = false
    tokenizer.forEachToken(in: text) { _, word in
      let isParticle = wordCount == 0 && isParticle(word)
      if isParticle { return }
      wordCount += 1
      if wordCount > maximumLength { return }
      isTelling = isTelling || !analyzer.isStopWord(word)
      append(word, to: &surface)
      analyzer.withStem(of: word) { append($0, to: &stem) }
    }
    guard isTelling, wordCount <= maximumLength else { return nil }
    let key = String(decoding: surface, as: UTF8.self)
    if let number = numbers[key] { return number }
    let number = Int32(terms.count)
    numbers[key] = number
    terms.append(Term(surface: key, stem: String(decoding: stem, as: UTF8.self)))
    return number
  }

  private func append(_ word: Span<UInt8>, to bytes: inout [UInt8]) {
    if !bytes.isEmpty { bytes.append(0x20) }
    word.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  private func isParticle(_ word: Span<UInt8>) -> Bool {
    guard language == .english, word.count <= 3 else { return false }
    return switch word.count {
    case 1: word.starts("a")
    case 2: word.starts("to") || word.starts("an")
    default: word.starts("the")
    }
  }
}

/// The terms of each language, created on first access.
final class DictionaryTermsByLanguage {
  private var known: [Language: DictionaryTerms] = [:]

  subscript(language: Language) -> DictionaryTerms {
    if let terms = known[language] { return terms }
    let terms = DictionaryTerms(language)
    known[language] = terms
    return terms
  }
}
