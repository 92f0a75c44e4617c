/// A language as a BCP 47 tag, such as `en` or `id`.
public struct Language: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static let english = Language(rawValue: "en")
  public static let indonesian = Language(rawValue: "id")
  /// The text has too few telling words; it is analysed by surface form only and searched
  /// together with every other language.
  public static let undetermined = Language(rawValue: "und")

  public var description: String { rawValue }
}
