import Library
import Translation

/// `:glossary`, which looks words up and adds them.
extension Session {
  /// Notes once that a dictionary is missing; on standard error if standard output is a pipe.
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
