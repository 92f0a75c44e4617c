public import Corpus
public import Model
public import Retrieval
public import TextAnalysis

/// The documents that a source outside found for a question, and what it counted.
public struct SourceCandidates: Sendable {
  /// The documents, best first.
  public var documents: [Document]
  /// The number of parts of the source that answered, and of all its parts.
  public var answeredParts: Int
  public var allParts: Int
  /// A Boolean value that indicates whether the source gave up before it had searched everything.
  public var isTimedOut = false
  /// The words that were counted.
  var words: [WordForms] = []
  /// The counts of the fields with texts, by their names, and of that with titles.
  var texts: [String: FieldCounts] = [:]
  var titles: FieldCounts?
  /// The field that holds the text of each document.
  var textFields: [String?] = []

  /// A Boolean value that indicates whether documents may be missing that would have been found.
  public var isPartial: Bool { answeredParts < allParts || isTimedOut }
}

extension SourceCandidates {
  /// The mean number of words of a passage that a long text is cut into: see `PassageSplitter`.
  private static let wordsPerPassage = 120.0
  /// The number of words up to which a text is usually one passage.
  private static let wordsInOne = 160.0
  /// The greatest number of parts that is believed.
  private static let mostParts = 1 << 10

  /// Returns the counts of the whole source, for the languages of the documents.
  ///
  /// A language has the counts of the fields from which its documents come: of one field for all
  /// languages, or of a field for each.
  ///
  /// - Parameters:
  ///   - query: The question.
  ///   - analyzer: A closure that returns the analyzer of a language.
  public func statistics(
    of query: Query, analyzer: (Language) -> Analyzer
  ) -> OuterStatistics {
    var fields: [Language: Set<String>] = [query.language: []]
    for (document, field) in zip(documents, textFields) {
      for passage in document.passages {
        if let field { fields[passage.language, default: []].insert(field) }
      }
    }
    let all = Set(texts.keys)
    return OuterStatistics(
      languages: Dictionary(
        uniqueKeysWithValues: fields.map { language, names in
          let known = names.isEmpty ? all : names
          return (language, counts(ofFields: known, analyzer(language)))
        }))
  }

  private func counts(
    ofFields names: Set<String>, _ analyzer: Analyzer
  ) -> OuterStatistics.Counts {
    let fields = names.sorted().compactMap { texts[$0] }
    // One part counts, and the others hold about as many documents. Without the factor, a word of
    // the documents that were found in all parts would be too frequent in one.
    let parts = min(max(allParts, 1), Self.mostParts)
    let documents = fields.reduce(0) { $0 + $1.documents } * parts
    let terms = fields.reduce(0) { $0 + $1.terms } * parts
    let mean = documents == 0 ? 1 : Double(terms) / Double(documents)
    let share = mean > Self.wordsInOne ? min(mean / Self.wordsPerPassage, 10_000) : 1
    var counts = OuterStatistics.Counts(
      passageCount: Int(Double(documents) * share), meanLength: max(mean / share, 1))
    for (place, word) in words.enumerated() {
      let frequency = fields.reduce(0) { $0 + $1.frequencies[place] } * parts
      let stem = analyzer.withStem(of: word.surface.utf8.span) { stem in
        stem.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      }
      counts.add(
        WordForms(surface: word.surface, stem: stem), frequency: frequency,
        titleFrequency: titles.map { $0.frequencies[place] * parts })
    }
    return counts
  }
}
