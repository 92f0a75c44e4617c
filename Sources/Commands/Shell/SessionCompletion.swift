import LineEditing

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
    default: return Completions()
    }
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
