public import TextAnalysis

/// A question as the index sees it: its terms, exact phrases and excluded words.
public struct Query: Sendable, Equatable {
  /// One word of the question with the forms it is looked up by.
  public struct Term: Sendable, Equatable {
    /// As it was typed.
    public var text: String
    /// UTF-8 bytes of the question.
    public var range: Range<Int>
    /// Folded form.
    public var surface: String
    /// Stemmed form; equal to `surface` where there is nothing to stem.
    public var stem: String
    /// Too common to tell passages apart; not looked up.
    public var isStopWord: Bool

    public init(
      text: String, range: Range<Int>, surface: String, stem: String, isStopWord: Bool
    ) {
      self.text = text
      self.range = range
      self.surface = surface
      self.stem = stem
      self.isStopWord = isStopWord
    }
  }

  public var text: String
  /// The language that the question is analysed in.
  public var language: Language
  /// Every word in order, stop words too.
  public var terms: [Term]
  /// `"exact phrases"`: folded surface words that must stand side by side.
  public var phrases: [[String]]
  /// `-words`: stems that must not occur.
  public var excluded: [String]

  public init(
    text: String, language: Language, terms: [Term], phrases: [[String]] = [],
    excluded: [String] = []
  ) {
    self.text = text
    self.language = language
    self.terms = terms
    self.phrases = phrases
    self.excluded = excluded
  }
}
