/// The two forms by which an index knows a word.
public struct WordForms: Hashable, Sendable {
  /// The folded form: lower case, without accents.
  public var surface: String
  /// The stemmed form; equal to `surface` if there is nothing to stem.
  public var stem: String

  public init(surface: String, stem: String) {
    self.surface = surface
    self.stem = stem
  }
}

/// A word of a question, as the analyzer of the question's language sees it.
public struct QuestionWord: Hashable, Sendable {
  /// The word as it was typed.
  public var text: String
  /// The range of the word, in UTF-8 bytes of the question.
  public var range: Range<Int>
  /// The folded form.
  public var surface: String
  /// The stemmed form; equal to `surface` if there is nothing to stem.
  public var stem: String
  /// A Boolean value that indicates whether the word is too common to distinguish passages. Such a
  /// word is not looked up.
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
