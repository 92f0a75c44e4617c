import LineEditing
import Retrieval

/// What may stand at the cursor: commands, their arguments, words of the index.
enum SessionCompletion {
  /// As many words as fit on a screen.
  private static let limit = 40

  static func completions(for request: CompletionRequest, in library: Library) -> Completions {
    let word = request.word
    let before = String(decoding: request.line.utf8.prefix(request.wordOffset), as: UTF8.self)
    guard let command = before.trimmed.split(separator: " ").first, command.hasPrefix(":") else {
      if before.trimmed.isEmpty, word.hasPrefix(":") { return commands(word) }
      return words(word, library)
    }
    switch SessionCommand.named(String(command))?.argument {
    case .path, .file: return Completions(namesFiles: true)
    case .language: return Completions(words: ["auto", "en", "id"].filter { $0.hasPrefix(word) })
    case .setting: return settings(word, after: before)
    case .command:
      let names = commands(word.hasPrefix(":") ? word : ":" + word).words
      return Completions(words: word.hasPrefix(":") ? names : names.map { String($0.dropFirst()) })
    case .pattern: return documents(request.line, wordOffset: request.wordOffset, library)
    default: return Completions()
    }
  }

  /// Names of settings, then the values of the one that was named.
  private static func settings(_ word: String, after before: String) -> Completions {
    let parts = before.split { $0 == " " || $0 == "=" }
    let words =
      parts.count > 1
      ? SessionSetting.named(String(parts[1]))?.values ?? [] : SessionSetting.all.map(\.name)
    return Completions(words: parts.count > 2 ? [] : words.filter { $0.hasPrefix(word) })
  }

  /// Titles and places of documents that begin with all of the argument; what is offered goes on
  /// from its last word.
  private static func documents(
    _ line: String, wordOffset: Int, _ library: Library
  ) -> Completions {
    let command = line.prefix { $0 != " " }
    let argument = line.dropFirst(command.count).drop { $0 == " " }
    let typed = argument.lowercased()
    let kept = wordOffset - (line.utf8.count - argument.utf8.count)
    guard kept >= 0, !typed.isEmpty else { return Completions() }
    let documents = (try? library.documents()) ?? []
    let names = documents.compactMap(\.title?.value) + documents.map(\.source)
    let found = names.filter { $0.lowercased().hasPrefix(typed) }
    return Completions(
      words: Set(found).sorted().prefix(limit).map {
        String(decoding: $0.utf8.dropFirst(kept), as: UTF8.self)
      })
  }

  private static func commands(_ word: String) -> Completions {
    Completions(words: SessionCommand.all.map(\.name).filter { $0.hasPrefix(word) })
  }

  /// Words of the index go on from what was typed, so that its capitals stay.
  private static func words(_ word: String, _ library: Library) -> Completions {
    guard !word.isEmpty else { return Completions() }
    let folded = word.lowercased()
    let found = library.words(startingWith: folded, limit: limit)
    guard folded.utf8.count == word.utf8.count else { return Completions(words: found) }
    return Completions(
      words: found.filter { $0.hasPrefix(folded) }.map { word + $0.dropFirst(folded.count) })
  }
}
