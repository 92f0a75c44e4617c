/// A word in the forms that an index knows it by.
public struct WordForms: Hashable, Sendable {
  /// Folded form.
  public var surface: String
  /// Stem in the language of the passages.
  public var stem: String

  public init(surface: String, stem: String) {
    self.surface = surface
    self.stem = stem
  }
}
