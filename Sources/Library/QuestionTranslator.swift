import Model
import Retrieval
import TextAnalysis
import Translation

/// Adds concepts to queries that represent their words: translations and short forms.
///
/// It keeps what it found out from question to question, which threads cannot share.
final class QuestionTranslator {
  private let dictionaries: SharedDictionaries
  /// The languages of the passages.
  private let languages: [Language]
  /// A Boolean value that indicates whether passages in the question's own language are searched
  /// for its words only.
  private let isPlain: Bool
  private let analyzer: (Language) -> Analyzer
  private let passages: (Language) -> Thesaurus.Passages
  private let memory = SynonymMemory()
  /// A thesaurus for each language of questions, which is nil if nothing can stand for their words.
  private var thesauri: [(language: Language, thesaurus: Thesaurus?)] = []
  /// The number of additions to the glossary when these were made.
  private var additionCount = 0

  /// - Parameters:
  ///   - library: The library that is asked.
  ///   - searcher: The searcher of the reader.
  ///   - isPlain: A Boolean value that indicates whether passages in the question's own language
  ///     are searched for its words only.
  init(_ library: Library, _ searcher: Searcher, isPlain: Bool) {
    dictionaries = library.sharedDictionaries
    languages = library.languages
    self.isPlain = isPlain
    analyzer = searcher.analyzer
    // A source outside is asked for a word to find out whether it has it.
    let isOutside = library.source != nil
    passages = { language in
      Thesaurus.Passages(
        searcher.analyzer(language),
        mayHold: isOutside ? { _ in true } : searcher.presence(in: language))
    }
  }

  /// Adds short and long forms of the query's words, and translations into each language of the
  /// passages for which there is a dictionary.
  func translate(_ query: inout Query) {
    guard let thesaurus = thesaurus(for: query.language) else { return }
    for (language, sets) in thesaurus.synonymSets(of: query.terms) {
      guard language == query.language else {
        query.concepts[language] = sets
        continue
      }
      if sets.isEmpty { continue }
      let known = query.concepts[language] ?? []
      let new = sets.filter { set in !known.contains { $0.range.overlaps(set.range) } }
      if !new.isEmpty { query.concepts[language] = known + new }
    }
  }

  private func thesaurus(for language: Language) -> Thesaurus? {
    let additionCount = dictionaries.additionCount
    if additionCount != self.additionCount {
      thesauri = []
      self.additionCount = additionCount
    }
    if let known = thesauri.first(where: { $0.language == language }) { return known.thesaurus }
    let made = dictionaries.makeThesaurus(
      from: analyzer(language), to: isPlain ? languages.filter { $0 != language } : languages,
      memory: memory, passages: passages)
    thesauri.append((language, made))
    return made
  }
}
