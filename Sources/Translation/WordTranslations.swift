import Bytes
public import Model
import TextAnalysis

/// What the dictionaries of one direction say about a word or phrase, for a person who looks it up.
public struct WordTranslations: Hashable, Sendable {
  public struct Translation: Hashable, Sendable {
    /// Folded words.
    public var text: String
    public var source: DictionaryKind
    /// Said of the very word, not of another one with its stem.
    public var isOfWord: Bool

    public init(text: String, source: DictionaryKind, isOfWord: Bool) {
      self.text = text
      self.source = source
      self.isOfWord = isOfWord
    }
  }

  public var languages: LanguagePair
  /// In the order in which they count.
  public var translations: [Translation]

  public init(languages: LanguagePair, translations: [Translation]) {
    self.languages = languages
    self.translations = translations
  }
}

extension TranslationTable {
  /// Every translation of a word or phrase, in each direction that has any.
  public func translations(of text: String) -> [WordTranslations] {
    withFile { (file) throws(FormatError) in
      var found: [WordTranslations] = []
      for languages in file.header.sections.map(\.languages) {
        let translations = try Self.translations(of: text, languages, in: file)
        if !translations.isEmpty {
          found.append(WordTranslations(languages: languages, translations: translations))
        }
      }
      return found
    } ?? []
  }

  /// Which of the two orders of languages two words that translate each other are more likely in:
  /// the pair itself or its reverse. What dictionaries have the words as counts most, then where
  /// they occur, then what they look like.
  ///
  /// - Parameters:
  ///   - word: The word to translate.
  ///   - pair: The two languages.
  ///   - translation: The dictionaries to look in.
  ///   - occurs: whether texts in a language have a word.
  public func direction(
    of word: String, _ translation: String, in pair: LanguagePair,
    occurs: (String, Language) -> Bool
  ) -> LanguagePair {
    let detector = LanguageDetector()
    func evidence(_ text: String, _ language: Language) -> Int {
      let isKnown = translations(of: text).contains {
        $0.languages.source == language && $0.translations.contains { $0.isOfWord }
      }
      return (isKnown ? 4 : 0) + (occurs(text, language) ? 2 : 0)
        + (detector.language(of: text) == language ? 1 : 0)
    }
    let straight = evidence(word, pair.source) + evidence(translation, pair.target)
    let turned = evidence(word, pair.target) + evidence(translation, pair.source)
    return turned > straight ? pair.reversed : pair
  }

  private static func translations(
    of text: String, _ languages: LanguagePair, in file: TableFile
  ) throws(FormatError) -> [WordTranslations.Translation] {
    guard let section = file[languages] else { return [] }
    let tokens = Analyzer(language: languages.source).analyze(text)
    var found: [WordTranslations.Translation] = []
    for (form, isOfWord) in [(\AnalyzedToken.surface, true), (\AnalyzedToken.stem, false)] {
      let key = Array(tokens.map { $0[keyPath: form] }.joined(separator: " ").utf8)
      for translation in try section.translations(of: key, byStem: !isOfWord) {
        let text = try translation.term.forms.map(\.surface).joined(separator: " ")
        guard !found.contains(where: { $0.text == text }) else { continue }
        found.append(
          WordTranslations.Translation(
            text: text, source: translation.source, isOfWord: isOfWord))
      }
    }
    return found
  }
}
