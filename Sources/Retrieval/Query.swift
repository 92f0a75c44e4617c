public import Model
import TextAnalysis

/// A question as the index sees it: its terms, exact phrases and excluded words.
public struct Query: Sendable, Equatable {
  public var text: String
  /// The language that the question is analysed in.
  public var language: Language
  /// Every word in order, stop words too.
  public var terms: [QuestionWord]
  /// `"exact phrases"`: folded surface words that must stand side by side.
  public var phrases: [[String]]
  /// `-words`: stems that must not occur.
  public var excluded: [String]
  /// By the language of passages, what stands for words of the question there: translations, and
  /// in its own language short forms. Words that nothing stands for are looked up as they are.
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
