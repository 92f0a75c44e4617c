public import Model
import TextAnalysis

/// An analysed question: its terms, exact phrases and excluded words.
/// ``Searcher/query(_:language:usually:)`` creates it from text.
public struct Query: Sendable, Equatable {
  /// The question as it was typed.
  public var text: String
  /// The language in which the question is analysed.
  public var language: Language
  /// The words of the question in order, including stop words but not excluded words.
  public var terms: [QuestionWord]
  /// The folded words of each `"exact phrase"`, which must be adjacent.
  public var phrases: [[String]]
  /// The stems of `-words`, which must not occur.
  public var excluded: [String]
  /// For each language of passages, the concepts that represent words of the question:
  /// translations, or, in the question's own language, short forms. All other words are looked up
  /// as they are.
  public var concepts: [Language: [SynonymSet]] = [:]
  /// Stems of the question's language that are searched for besides its words. The array is empty
  /// unless passages are searched for an answer.
  public var related: [RelatedStem] = []

  public init(
    text: String, language: Language, terms: [QuestionWord], phrases: [[String]] = [],
    excluded: [String] = []
  ) {
    self.text = text
    self.language = language
    self.terms = terms
    self.phrases = phrases
    self.excluded = excluded
  }
}
