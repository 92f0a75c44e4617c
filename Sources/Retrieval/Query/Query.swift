public import Model
import TextAnalysis

/// A question as the index sees it: its terms, exact phrases and excluded words.
public struct Query: Sendable, Equatable {
  public var text: String
  /// The language in which the question is analysed.
  public var language: Language
  /// Every word in order, with stop words.
  public var terms: [QuestionWord]
  /// `"exact phrases"`: folded surface words that must follow each other.
  public var phrases: [[String]]
  /// `-words`: stems that must not occur.
  public var excluded: [String]
  /// By the language of passages, what represents words of the question there: translations, and in
  /// its own language short forms. All other words are looked up as they are.
  public var concepts: [Language: [SynonymSet]] = [:]

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
