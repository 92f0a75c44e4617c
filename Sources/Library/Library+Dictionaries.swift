public import Model
import Retrieval
import TextAnalysis
public import Translation

/// Dictionaries, which let a question find passages in another language.
extension Library {
  /// Reports the dictionaries of an index, or those of no index in particular.
  public static func dictionaries(ofIndexIn folder: String?) -> DictionaryReport {
    QuestionTranslator(indexFolder: folder).report
  }

  /// The dictionaries that serve the library.
  public var dictionaries: DictionaryReport { translator.report }

  /// The dictionaries that are missing; empty as long as no question needed any.
  public var missingDictionaries: [DictionaryReport.Addition] { translator.additions }

  /// The path of the user's glossary; nil for the built-in articles.
  public var glossaryPath: String? { translator.glossary?.path }

  /// Looks a word up in all dictionaries.
  public func translations(of word: String) -> [WordTranslations] {
    translator.translations(of: word)
  }

  /// Adds an entry to the user's glossary, which the next question uses.
  ///
  /// - Returns: The languages that the entry was taken to be in, and whether it is new; nil for the
  ///   built-in articles, which have no glossary.
  public func addTranslation(
    _ translation: String, of word: String
  ) throws(UserGlossary.Failure) -> (languages: LanguagePair, isNew: Bool)? {
    let searcher = Searcher(index)
    return try translator.add(word, translation) { word, language in
      (try? searcher.holds(word, in: language)) ?? false
    }
  }
}
