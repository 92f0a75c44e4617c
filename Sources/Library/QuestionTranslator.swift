import Model
import Platform
import Retrieval
import SampleLibrary
import Synchronization
import TextAnalysis
import Translation

/// Adds concepts to a query that represent its words: translations and short forms.
final class QuestionTranslator: Sendable {
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

  /// Adds short and long forms of the query's words, and translations into each language for which
  /// there is a dictionary.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - languages: The languages of the passages.
  ///   - isPlain: A Boolean value that indicates whether passages in the question's own language
  ///     are searched for its words only.
  ///   - analyzer: A closure that returns the analyzer of a language.
  ///   - presence: A closure that returns a test of whether passages of a language may contain a
  ///     word.
  func translate(
    _ query: inout Query, into languages: [Language], isPlain: Bool = false,
    analyzer: (Language) -> Analyzer, presence: (Language) -> WordPresence
  ) {
    let others = languages.filter { $0 != query.language && $0 != .undetermined }
    let shortForms = openShortForms()
    guard !others.isEmpty || !shortForms.isEmpty else { return }
    if !shortForms.isEmpty, !isPlain, languages.contains(query.language) {
      let sets = shortForms.map { $0.synonymSets(of: query.terms, in: analyzer(query.language)) }
        .reduce([], SynonymSet.union)
      let known = query.concepts[query.language] ?? []
      let new = concepts(sets, analyzer(query.language)).filter { concept in
        !known.contains { $0.range.overlaps(concept.range) }
      }
      if !new.isEmpty { query.concepts[query.language] = known + new }
    }
    guard !others.isEmpty, mayTranslate(from: query.language, to: others) else { return }
    let table = table(with: query.language)
    for language in others where table.translates(from: query.language, to: language) {
      let sets = table.synonymSets(
        of: query.terms, from: analyzer(query.language), to: analyzer(language),
        shortForms: shortForms,
        mayHold: presence(language))
      query.concepts[language] = concepts(sets, analyzer(language))
    }
  }

  private func concepts(_ sets: [SynonymSet], _ analyzer: Analyzer) -> [SynonymSet] {
    sets.filter(\.hasTranslations).map { $0.withoutStopWords(of: analyzer) }
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

extension SynonymSet {
  /// Joins the sets of two tables for words of one question; those for the same words become one.
  fileprivate static func union(_ sets: [SynonymSet], _ others: [SynonymSet]) -> [SynonymSet] {
    if sets.isEmpty { return others }
    var all = sets
    for other in others {
      guard let place = all.firstIndex(where: { $0.range == other.range }) else {
        all.append(other)
        continue
      }
      for member in other.members { all[place].add(member) }
    }
    return all.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Returns the set without the stop words of its phrases, which no index contains, unless only one
  /// word of a phrase would be left.
  fileprivate func withoutStopWords(of analyzer: Analyzer) -> SynonymSet {
    var set = self
    for (index, member) in members.enumerated() where member.words.count > 1 {
      let content = member.words.filter { !analyzer.isStopWord($0.surface.utf8.span) }
      if content.count > 1 { set.members[index].words = content }
    }
    return set
  }
}
