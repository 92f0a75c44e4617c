import Model
import Platform
import TextAnalysis

extension Language {
  /// The language of messages to the user.
  static let spoken = ofMessages(in: .process)

  /// Determines the language of messages by gettext's rules: the first of `LC_ALL`, `LC_MESSAGES`
  /// and `LANG` that is not empty names the locale; the languages in `LANGUAGE` precede it, unless
  /// the locale is `C`. English for languages that tanya does not speak.
  static func ofMessages(in environment: Environment) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    guard let locale, !["C", "POSIX"].contains(code(of: locale[...])) else { return .english }
    let wanted = (environment["LANGUAGE"] ?? "").split(separator: ":")
    return (wanted.isEmpty ? [locale[...]] : wanted).lazy.compactMap(messages).first ?? .english
  }

  /// The part of a locale's name before its country, encoding and variant.
  private static func code(of locale: Substring) -> Substring {
    locale.prefix { !"_.@".contains($0) }
  }

  /// `in` was the code of Indonesian before 1989, and some systems still use it.
  private static func messages(_ locale: Substring) -> Language? {
    switch code(of: locale) {
    case "id", "in": .indonesian
    case "en": .english
    default: nil
    }
  }
}
