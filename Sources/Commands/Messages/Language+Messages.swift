import Model
import Platform
import TextAnalysis

extension Language {
  /// The language of messages to the user.
  static let spoken = ofMessages(in: .process)

  /// Determines the language of messages by the rules of gettext.
  ///
  /// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty names the locale. If
  /// `LANGUAGE` lists languages, they replace it, unless the locale is `C` or `POSIX`. The result
  /// is English if tanya speaks none of these languages.
  static func ofMessages(in environment: Environment) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    guard let locale, !["C", "POSIX"].contains(code(of: locale[...])) else { return .english }
    let wanted = (environment["LANGUAGE"] ?? "").split(separator: ":")
    return (wanted.isEmpty ? [locale[...]] : wanted).lazy.compactMap(messages).first ?? .english
  }

  /// Returns the part of a locale's name before its country, encoding and variant.
  private static func code(of locale: Substring) -> Substring {
    locale.prefix { !"_.@".contains($0) }
  }

  /// Returns the language of messages for a locale; nil if tanya does not speak it. `in` was the
  /// code of Indonesian before 1989, and some systems still use it.
  private static func messages(_ locale: Substring) -> Language? {
    switch code(of: locale) {
    case "id", "in": .indonesian
    case "en": .english
    default: nil
    }
  }
}
