import Model
import TextAnalysis

/// A named language, or its detection from the words of the question.
struct LanguageChoice: Sendable, Equatable, CustomStringConvertible {
  var language: Language?

  static let auto = LanguageChoice(language: nil)

  init(language: Language?) { self.language = language }

  init?(argument: String) {
    if argument == "auto" {
      self.init(language: nil)
    } else {
      let isCode = argument.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      guard isCode, (2...3).contains(argument.utf8.count) else { return nil }
      self.init(language: Language(rawValue: argument))
    }
  }

  var description: String { language?.rawValue ?? "auto" }
}
