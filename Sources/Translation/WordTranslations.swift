import Bytes
public import Model
import TextAnalysis

/// The translations of a word or phrase in one direction, for a person who looks it up.
public struct WordTranslations: Hashable, Sendable {
  public struct Translation: Hashable, Sendable {
    /// The folded words, separated by spaces.
    public var text: String
    public var source: DictionaryKind
    /// A Boolean value that indicates whether it translates the word itself, not another word with
    /// the same stem.
    public var isOfWord: Bool

    public init(text: String, source: DictionaryKind, isOfWord: Bool) {
      self.text = text
      self.source = source
      self.isOfWord = isOfWord
    }
  }

  public var languages: LanguagePair
  /// The translations, the likeliest first.
  public var translations: [Translation]

  public init(languages: LanguagePair, translations: [Translation]) {
    self.languages = languages
    self.translations = translations
  }
}

extension TranslationTable {
  /// Returns every translation of a word or phrase, for each direction that has any.
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

  /// Returns the likelier direction of two words that translate each other: the pair itself or its
  /// reverse.
  ///
  /// The languages in which dictionaries list the words count most, then the languages of the texts
  /// in which they occur, then the languages that they appear to be in.
  ///
  /// - Parameters:
  ///   - word: One word or phrase.
  ///   - translation: Its translation.
  ///   - pair: The two languages.
  ///   - occurs: A closure that returns whether a word occurs in texts of a language.
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
