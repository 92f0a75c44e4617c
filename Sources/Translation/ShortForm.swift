public import TextAnalysis

/// A short name and the long one that a text says it stands for, such as `SMEs` and `small and
/// medium enterprises`. Each is searched for where the other is asked for, in every language.
public struct ShortForm: Hashable, Sendable {
  public var short: String
  public var expansion: String
  /// Of the expansion.
  public var language: Language
  /// How often the texts say so.
  public var count: Int

  public init(short: String, expansion: String, language: Language, count: Int = 1) {
    self.short = short
    self.expansion = expansion
    self.language = language
    self.count = count
  }

  /// Words that an expansion may have; longer ones are left out.
  public static let maximumLength = 8

  /// The bytes from which `ShortFormTable` looks them up, to be kept beside the index of the texts
  /// that have them.
  public static func compile(_ forms: some Sequence<ShortForm>) -> [UInt8] {
    ShortFormCompiler.compile(Array(forms))
  }
}
