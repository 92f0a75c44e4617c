/// A word of a question, as the analyzer of the question's language sees it.
public struct QuestionWord: Hashable, Sendable {
  /// Folded form.
  public var surface: String
  /// Stemmed form; equal to `surface` where there is nothing to stem.
  public var stem: String
  public var isStopWord: Bool

  public init(surface: String, stem: String, isStopWord: Bool = false) {
    self.surface = surface
    self.stem = stem
    self.isStopWord = isStopWord
  }
}
