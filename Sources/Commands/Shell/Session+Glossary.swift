import TextAnalysis
import Translation

/// `:glossary`: look a word up, or add one.
extension Session {
  /// Says once that a dictionary is missing; into a pipe only answers go.
  mutating func noteMissingDictionary() {
    guard let message = DictionaryNotice.take(from: library.current.translator) else { return }
    if isInteractive { say(message) } else { Output.note(message.phrase) }
  }

  mutating func glossary(_ line: String) throws(CommandError) {
    let translator = library.current.translator
    switch GlossaryRequest(line) {
    case .report:
      for entry in translator.report.entries {
        output.append(DictionaryMessage.phrase(entry).text(in: language) + "\n")
      }
    case .lookUp(let word):
      let found = translator.translations(of: word)
      guard !found.isEmpty else { return say(.noTranslation(word)) }
      output.append(DictionaryText.text(found, of: word, in: language))
    case .add(let word, let translation):
      say(try GlossaryRequest.add(word, translation, to: library.current))
    case .incomplete:
      say(.commandNeeds(":glossary add", argument: "tenaga kerja = workforce"))
    }
  }
}
