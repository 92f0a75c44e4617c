/// A language as a BCP 47 tag, such as `en` or `id`.
public struct Language: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static let english = Language(rawValue: "en")
  public static let indonesian = Language(rawValue: "id")
  /// The language of a text with too little evidence for any language. Such a text is analyzed by
  /// surface forms only and searched together with every other language.
  public static let undetermined = Language(rawValue: "und")

  public var description: String { rawValue }
}

/// A direction of translation between two languages.
public struct LanguagePair: Hashable, Sendable {
  public var source: Language
  public var target: Language

  public init(_ source: Language, _ target: Language) {
    self.source = source
    self.target = target
  }

  public var reversed: LanguagePair { LanguagePair(target, source) }
}
