import Bytes
public import Model
public import TextAnalysis

/// Finds what stands for the words of questions in one language, on one thread.
///
/// ```swift
/// let thesaurus = Thesaurus(
///   from: Analyzer(language: .indonesian), to: [.english],
///   table: TranslationTable.open(DictionaryPlaces())
/// ) { Thesaurus.Passages(Analyzer(language: $0)) }
/// let concepts = thesaurus.synonymSets(of: words)
/// ```
public final class Thesaurus {
  /// The passages in one language.
  public struct Passages {
    let analyzer: Analyzer
    let mayHold: WordPresence

    /// - Parameters:
    ///   - analyzer: The analyzer of the language.
    ///   - mayHold: A closure that returns whether the passages may contain a word. Translations
    ///     that they cannot contain are left out.
    public init(_ analyzer: Analyzer, mayHold: @escaping WordPresence = { _ in true }) {
      self.analyzer = analyzer
      self.mayHold = mayHold
    }
  }

  private let source: Analyzer
  /// The languages of passages other than the questions' language.
  private let languages: [Language]
  private let passages: (Language) -> Passages
  private let table: TranslationTable?
  private let shortForms: [ShortFormTable]
  private let memory: SynonymMemory
  /// For passages in the questions' own language, or nil if there are none.
  private let own: SynonymSetBuilder?
  /// For passages in each language into which the table translates.
  private var translations: [SynonymSetBuilder] = []
  /// The file in which these look words up.
  private var file: TableFile?

  /// - Parameters:
  ///   - source: The analyzer of the questions' language.
  ///   - languages: The languages of the passages. In the questions' own language, only short and
  ///     long forms stand for words.
  ///   - table: The dictionaries, or nil for none.
  ///   - shortForms: The short forms that the texts of the passages explain.
  ///   - memory: The memory of the thread.
  ///   - passages: A closure that returns the passages in a language.
  public init(
    from source: Analyzer, to languages: [Language], table: TranslationTable?,
    shortForms: [ShortFormTable] = [], memory: SynonymMemory = SynonymMemory(),
    passages: @escaping (Language) -> Passages
  ) {
    self.source = source
    self.languages = languages.filter { $0 != source.language }
    self.passages = passages
    self.table = table
    self.shortForms = shortForms
    self.memory = memory
    own =
      languages.contains(source.language)
      ? SynonymSetBuilder(
        from: source, to: Passages(source), dictionary: nil, shortForms, memory) : nil
  }

  /// Returns the sets of the words and known phrases of a question for which anything else stands,
  /// in order: for passages in the question's own language if there are any, and for those in each
  /// language for which there is a dictionary.
  ///
  /// - Parameter words: The whole question, including stop words, which may be part of phrases.
  public func synonymSets(
    of words: [QuestionWord]
  ) -> [(language: Language, sets: [SynonymSet])] {
    guard let table else { return (try? sets(of: words)) ?? [] }
    return table.withFile { (file) throws(FormatError) in
      adopt(file)
      return try sets(of: words)
    } ?? []
  }

  private func sets(
    of words: [QuestionWord]
  ) throws(FormatError) -> [(language: Language, sets: [SynonymSet])] {
    var found: [(language: Language, sets: [SynonymSet])] = []
    if own == nil && translations.isEmpty { return found }
    let question = TableQuestion(words, in: source.language, shortForms)
    if let own { found.append((source.language, try own.sets(of: question))) }
    for builder in translations {
      found.append((builder.passages.analyzer.language, try builder.sets(of: question)))
    }
    return found
  }

  /// Looks words up in another file from now on, if it is another.
  private func adopt(_ file: TableFile) {
    if self.file === file { return }
    self.file = file
    translations = languages.compactMap { language in
      let pair = LanguagePair(source.language.translated, language.translated)
      return file[pair].map {
        SynonymSetBuilder(
          from: source, to: passages(language), dictionary: $0, shortForms, memory)
      }
    }
  }
}
