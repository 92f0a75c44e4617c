public import Model
import Retrieval
import TextAnalysis
public import Translation

/// Dictionaries, with which a question can find passages in another language.
extension Library {
  /// Returns a report on the dictionaries of an index, or on those that every index uses if
  /// `folder` is nil.
  public static func dictionaries(ofIndexIn folder: String?) -> DictionaryReport {
    SharedDictionaries(indexFolder: folder).report
  }

  /// A report on the dictionaries of the library.
  public var dictionaries: DictionaryReport { sharedDictionaries.report }

  /// The dictionaries that are missing. The array is empty as long as no question has needed any.
  public var missingDictionaries: [DictionaryReport.Addition] { sharedDictionaries.additions }

  /// The path of the user's glossary, or nil for the built-in articles.
  public var glossaryPath: String? { sharedDictionaries.glossary?.path }

  /// Looks up a word in all dictionaries.
  public func translations(of word: String) -> [WordTranslations] {
    sharedDictionaries.translations(of: word)
  }

  /// Adds an entry to the user's glossary, which the next question uses.
  ///
  /// - Returns: The languages that were assumed for the entry, and whether it is new, or nil for
  ///   the built-in articles, which have no glossary.
  /// - Throws: `UserGlossary.Failure` if the glossary cannot be read or written.
  public func addTranslation(
    _ translation: String, of word: String
  ) throws(UserGlossary.Failure) -> (languages: LanguagePair, isNew: Bool)? {
    let searcher = Searcher(index)
    return try sharedDictionaries.add(word, translation) { word, language in
      (try? searcher.holds(word, in: language)) ?? false
    }
  }
}
