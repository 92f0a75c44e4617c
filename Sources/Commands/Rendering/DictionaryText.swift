import Model
import TextAnalysis
import Translation

/// Formats the translations of a word for people.
enum DictionaryText {
  /// Returns a heading for each direction of translation, then the translations by the dictionary
  /// that lists them: first those of the word, then those of words with the same stem.
  static func text(_ found: [WordTranslations], of word: String, in language: Language) -> String {
    var text = ""
    for direction in found {
      let pair = direction.languages
      text += "\(VisibleText.line(word)) (\(pair.source) → \(pair.target))\n"
      for kind in DictionaryKind.allCases {
        for isOfWord in [true, false] {
          let words = direction.translations.filter { $0.source == kind && $0.isOfWord == isOfWord }
          guard !words.isEmpty else { continue }
          let origin = GlossaryMessage.origin(kind, isOfWord: isOfWord).text(in: language)
          let list = words.map { VisibleText.line($0.text) }.joined(separator: ", ")
          text += "  \(list)  (\(origin))\n"
        }
      }
    }
    return text
  }
}
