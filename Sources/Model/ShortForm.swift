/// A short name and the long one that a text says it stands for, such as `SMEs` and `small and
/// medium enterprises`. A question for one of them finds the other, in every language.
public struct ShortForm: Hashable, Sendable {
  public var short: String
  public var expansion: String
  /// The language of the expansion.
  public var language: Language
  /// The number of times that the texts say so.
  public var count: Int

  public init(short: String, expansion: String, language: Language, count: Int = 1) {
    self.short = short
    self.expansion = expansion
    self.language = language
    self.count = count
  }
}
