import Model
import Platform
import Retrieval
import SampleLibrary
import Synchronization
import TextAnalysis
import Translation

/// The dictionaries and short forms of a library, which its threads share. Each of them translates
/// its questions with a `QuestionTranslator`.
final class SharedDictionaries: Sendable {
  /// The user's glossary, or nil for the built-in articles.
  let glossary: UserGlossary?
  private let indexFolder: String?
  /// The languages of the passages, and the two languages of most questions.
  private let languages: Set<Language>
  /// The short forms that the texts of the index explain; opened by the first question.
  private let shortForms: Mutex<(files: [MappedFile], tables: [ShortFormTable])>
  /// Tables by the language of questions; opened by the first question that passages in another
  /// language could answer.
  private let tables = Mutex<[(asked: Language, table: TranslationTable)]>([])
  /// For each language of questions, a flag that is `true` if a dictionary may translate from it.
  private let served = Mutex<[Language: Bool]>([:])
  private let addedCount = Atomic(0)

  /// - Parameters:
  ///   - indexFolder: The folder of the index, or nil for the built-in articles.
  ///   - languages: The languages of the passages.
  ///   - shortForms: The tables of short forms that the passages explain.
  init(indexFolder: String?, languages: [Language] = [], shortForms: [MappedFile] = []) {
    self.shortForms = Mutex((shortForms, []))
    self.indexFolder = indexFolder
    self.languages = Set(languages.map(\.translated)).union([.english, .indonesian])
    glossary = indexFolder.map {
      UserGlossary(path: "\($0)/\(DictionaryPlaces.userGlossaryName)")
    }
  }

  /// The number of additions to the user's glossary.
  var additionCount: Int { addedCount.load(ordering: .acquiring) }

  /// Returns a thesaurus for questions in one language, or nil if nothing can stand for their words.
  ///
  /// - Parameters:
  ///   - source: The analyzer of the questions' language.
  ///   - languages: The languages of the passages. In the questions' own language, only short and
  ///     long forms stand for words.
  ///   - memory: The memory of the thread.
  ///   - passages: A closure that returns the passages in a language.
  func makeThesaurus(
    from source: Analyzer, to languages: [Language], memory: SynonymMemory,
    passages: @escaping (Language) -> Thesaurus.Passages
  ) -> Thesaurus? {
    let others = languages.filter { $0 != source.language && $0 != .undetermined }
    let isTranslated = !others.isEmpty && mayTranslate(from: source.language, to: others)
    let shortForms = openShortForms()
    let own = shortForms.isEmpty ? [] : languages.filter { $0 == source.language }
    guard isTranslated || !own.isEmpty else { return nil }
    return Thesaurus(
      from: source, to: own + others, table: isTranslated ? table(with: source.language) : nil,
      shortForms: shortForms, memory: memory, passages: passages)
  }

  /// Compiles the dictionaries that questions will need, unless they are compiled already.
  func prepare() { _ = table(with: .english) }

  /// A report on the dictionaries.
  var report: DictionaryReport { table(with: .english).report }

  /// The dictionaries that are missing. The array is empty as long as no question has needed any.
  var additions: [DictionaryReport.Addition] {
    tables.withLock { $0.first }?.table.report.additions ?? []
  }

  /// Looks up a word in all dictionaries.
  func translations(of word: String) -> [WordTranslations] {
    table(with: .english).translations(of: word)
  }

  /// Adds an entry to the user's glossary, which the next question uses.
  ///
  /// - Parameters:
  ///   - word: The word.
  ///   - translation: The translation of the word.
  ///   - occurs: A closure that returns whether passages in a language contain a word.
  /// - Returns: The languages that were assumed for the entry, and whether it is new, or nil
  ///   without an index folder.
  func add(
    _ word: String, _ translation: String, occurs: (String, Language) -> Bool
  ) throws(UserGlossary.Failure) -> (languages: LanguagePair, isNew: Bool)? {
    guard let glossary else { return nil }
    let languages = table(with: .english).direction(
      of: word, translation, in: try glossary.languages(), occurs: occurs)
    let isNew = try glossary.add(word, translation, languages)
    tables.withLock { $0 = [] }
    served.withLock { $0 = [:] }
    addedCount.add(1, ordering: .releasing)
    return (languages, isNew)
  }

  private func openShortForms() -> [ShortFormTable] {
    shortForms.withLock { state in
      if !state.files.isEmpty {
        state = ([], state.files.compactMap { ShortFormTable($0) })
      }
      return state.tables
    }
  }

  private func table(with language: Language) -> TranslationTable {
    let asked = language.translated
    return tables.withLock { tables in
      if let known = tables.first(where: { $0.asked == asked }) { return known.table }
      // One table serves questions in all languages of the passages.
      let isIncluded = languages.contains(asked)
      let included = tables.first { isIncluded && languages.contains($0.asked) }
      let table = included?.table ?? open(languages.union([asked]))
      tables.append((asked, table))
      return table
    }
  }

  /// Returns whether there may be a dictionary for a question, without opening a table, which is
  /// slow.
  private func mayTranslate(from asked: Language, to others: [Language]) -> Bool {
    served.withLock { served in
      if let known = served[asked] { return known }
      let isServed = TranslationTable.mayTranslate(from: asked, to: others, places)
      served[asked] = isServed
      return isServed
    }
  }

  private func open(_ languages: Set<Language>) -> TranslationTable {
    var places = places
    places.languages = languages
    return TranslationTable.open(places)
  }

  private var places: DictionaryPlaces {
    DictionaryPlaces(
      indexFolder: indexFolder, builtInGlossary: EmbeddedText(SampleLibrary.glossary)
    ) { Environment.process[$0] }
  }
}
