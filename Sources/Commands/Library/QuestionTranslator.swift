import Glibc
import Retrieval
import SampleLibrary
import Synchronization
import TextAnalysis
import Translation

/// Puts what stands for a question's words in other languages into its query.
final class QuestionTranslator: Sendable {
  private let indexFolder: String?
  /// Opened with the first question that has passages in another language to be looked for.
  private let table = Mutex<TranslationTable?>(nil)

  /// - Parameter indexFolder: nil for the built-in articles.
  init(indexFolder: String?) { self.indexFolder = indexFolder }

  /// Translates the query into each of the languages that a dictionary knows.
  ///
  /// - Parameter analyzer: of a language that passages are in.
  func translate(
    _ query: inout Query, into languages: [Language], analyzer: (Language) -> Analyzer
  ) {
    let others = languages.filter { $0 != query.language && $0 != .undetermined }
    guard !others.isEmpty else { return }
    let table = openTable()
    let words = query.terms.map {
      QuestionWord(surface: $0.surface, stem: $0.stem, isStopWord: $0.isStopWord)
    }
    for language in others where table.translates(from: query.language, to: language) {
      let sets = table.synonymSets(of: words, from: query.language, to: analyzer(language))
      query.concepts[language] = sets.map { Query.Concept($0) }
    }
  }

  /// Which dictionaries there are.
  var report: DictionaryReport { openTable().report }

  private func openTable() -> TranslationTable {
    table.withLock { table in
      if let table { return table }
      let opened = TranslationTable.open(
        DictionaryPlaces(
          indexFolder: indexFolder, builtInGlossary: EmbeddedText(SampleLibrary.glossary)
        ) { name in
          getenv(name).map { String(cString: $0) }
        })
      table = opened
      return opened
    }
  }
}

extension Query.Concept {
  fileprivate init(_ set: SynonymSet) {
    self.init(
      terms: set.range,
      members: set.members.map { member in
        Member(
          words: member.words.map { Word(surface: $0.surface, stem: $0.stem) },
          weight: member.weight)
      })
  }
}
