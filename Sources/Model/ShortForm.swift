/// A short form and its expansion, as a text explains them, such as `SMEs` and `small and medium
/// enterprises`. A question for one of them also finds the other, in every language.
public struct ShortForm: Hashable, Sendable {
  public var short: String
  public var expansion: String
  /// The language of the expansion.
  public var language: Language
  /// The number of times that the texts explain the form.
  public var count: Int

  public init(short: String, expansion: String, language: Language, count: Int = 1) {
    self.short = short
    self.expansion = expansion
    self.language = language
    self.count = count
  }
}
