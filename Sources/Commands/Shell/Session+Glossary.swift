import Library
import Translation

/// The command `:glossary`, which looks up words and adds translations.
extension Session {
  /// Shows the notice about a missing dictionary if it is due. It goes to standard error unless the
  /// session is interactive.
  mutating func noteMissingDictionary() {
    guard let message = DictionaryNotice.take(from: library.current) else { return }
    if isInteractive { say(message) } else { Output.note(message) }
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
      guard !found.isEmpty else { return say(GlossaryMessage.noTranslationInShell(of: word)) }
      output.append(DictionaryText.text(found, of: word, in: language))
    case .add(let word, let translation):
      say(
        try GlossaryRequest.add(word, translation, to: library) ?? GlossaryMessage.needsIndex)
    case .incomplete:
      say(SessionMessage.usage(":glossary add", "tenaga kerja = workforce"))
    }
  }
}
