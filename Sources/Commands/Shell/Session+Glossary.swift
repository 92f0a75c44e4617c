import Library
import Translation

/// `:glossary`: look a word up, or add one.
extension Session {
  /// Says once that a dictionary is missing; into a pipe only answers go.
  mutating func noteMissingDictionary() {
    guard let message = DictionaryNotice.take(from: library.current) else { return }
    if isInteractive { say(message) } else { Output.note(message.phrase) }
  }

  mutating func glossary(_ line: String) throws(CommandError) {
    let library = library.current
    switch GlossaryRequest(line) {
    case .report:
      for entry in library.dictionaries.entries {
        output.append(DictionaryMessage.phrase(entry).text(in: language) + "\n")
      }
    case .lookUp(let word):
      let found = library.translations(of: word)
      guard !found.isEmpty else { return say(.noTranslation(word)) }
      output.append(DictionaryText.text(found, of: word, in: language))
    case .add(let word, let translation):
      say(try GlossaryRequest.add(word, translation, to: library))
    case .incomplete:
      say(.commandNeeds(":glossary add", argument: "tenaga kerja = workforce"))
    }
  }
}
