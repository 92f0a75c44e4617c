import Library
import LineEditing
import Model
import Platform
import Retrieval

/// Completions at the cursor: commands, their arguments, and words of the index.
enum SessionCompletion {
  /// The maximum number of completions that fit on a screen.
  private static let limit = 40

  static func completions(for request: CompletionRequest, in library: Library) -> Completions {
    let word = request.word
    let before = String(decoding: request.line.utf8.prefix(request.wordOffset), as: UTF8.self)
    guard let command = before.trimmed.split(separator: " ").first, command.hasPrefix(":") else {
      if before.trimmed.isEmpty, word.hasPrefix(":") { return commands(word) }
      return words(word, after: before, library)
    }
    switch SessionCommand.named(String(command))?.argument {
    case .path, .file:
      return Argument(of: request).completions(files(request), areFiles: true)
    case .document:
      let argument = Argument(of: request)
      let documents = ((try? library.documents()) ?? []).map(\.id)
      let found = documents.filter { $0.utf8.starts(with: argument.text.utf8) }
      let files = files(request)
      return argument.completions(
        files + found.filter { !files.contains($0) }.prefix(limit), areFiles: true)
    case .language: return Completions(words: ["auto", "en", "id"].filter { $0.hasPrefix(word) })
    case .setting: return settings(word, after: before)
    case .command:
      let names = commands(word.hasPrefix(":") ? word : ":" + word).words
      return Completions(words: word.hasPrefix(":") ? names : names.map { String($0.dropFirst()) })
    case .pattern: return documents(Argument(of: request), library)
    case .topic: return words(word, after: argumentPart(of: before), library)
    default: return Completions()
    }
  }

  /// The whole text after a command's name, since file names and titles may contain spaces.
  private struct Argument {
    var text: String
    /// The number of UTF-8 bytes of the argument before the word at the cursor, which stay in the
    /// line.
    private let kept: Int

    init(of request: CompletionRequest) {
      text = argumentPart(of: request.line)
      kept = request.wordOffset - (request.line.utf8.count - text.utf8.count)
    }

    /// Returns, for each complete argument, the part that replaces the word at the cursor.
    func completions(_ arguments: [String], areFiles: Bool = false) -> Completions {
      guard kept >= 0 else { return Completions() }
      return Completions(
        words: arguments.map { String(decoding: $0.utf8.dropFirst(kept), as: UTF8.self) },
        areFiles: areFiles)
    }
  }

  private static func argumentPart(of line: String) -> String {
    String(line.drop { $0 == " " }.drop { $0 != " " }.drop { $0 == " " })
  }

  private static func files(_ request: CompletionRequest) -> [String] {
    FileCompletion.paths(
      beginningWith: Argument(of: request).text, home: Environment.process["HOME"] ?? "")
  }

  /// Returns the names of the settings, or the values of the setting that precedes the cursor.
  private static func settings(_ word: String, after before: String) -> Completions {
    let parts = before.split { $0 == " " || $0 == "=" }
    let words =
      parts.count > 1
      ? SessionSetting.named(String(parts[1]))?.values ?? [] : SessionSetting.all.map(\.name)
    return Completions(words: parts.count > 2 ? [] : words.filter { $0.hasPrefix(word) })
  }

  /// Returns the titles and source paths of documents that begin with the argument, regardless of
  /// case.
  private static func documents(_ argument: Argument, _ library: Library) -> Completions {
    let typed = argument.text.lowercased()
    guard !typed.isEmpty else { return Completions() }
    let documents = (try? library.documents()) ?? []
    let names = documents.compactMap(\.title?.value) + documents.map(\.source)
    let found = names.filter { $0.lowercased().hasPrefix(typed) }
    return argument.completions(Set(found).sorted().prefix(limit).map { $0 })
  }

  private static func commands(_ word: String) -> Completions {
    Completions(words: SessionCommand.all.map(\.name).filter { $0.hasPrefix(word) })
  }

  /// Returns words that form a phrase of the index with the preceding word, followed by other words
  /// that begin with the typed one. The capitals of the typed word are kept.
  private static func words(_ word: String, after before: String, _ library: Library) -> Completions
  {
    let folded = word.lowercased()
    var found = library.words(after: lastWord(of: before), startingWith: word, limit: limit)
    if !word.isEmpty {
      let known = Set(found.map { $0.lowercased() })
      found += library.words(startingWith: folded, limit: limit).filter { !known.contains($0) }
    }
    guard folded.utf8.count == word.utf8.count else { return Completions(words: found) }
    return Completions(
      words: found.filter { $0.lowercased().hasPrefix(folded) }.prefix(limit)
        .map { word + $0.dropFirst(word.count) })
  }

  /// Returns the last word if a blank follows it, otherwise an empty string.
  private static func lastWord(of text: String) -> String {
    guard text.utf8.last?.isBlank ?? false else { return "" }
    let words = text.split { $0 == " " || $0 == "\t" }
    guard let last = words.last, last.last?.isLetter == true || last.last?.isNumber == true else {
      return ""
    }
    return String(last)
  }
}

/// Completes file names.
enum FileCompletion {
  /// Returns paths sorted by name; those of folders end with a slash. A `~` stays as typed, and
  /// hidden files are offered only once their initial dot has been typed.
  static func paths(beginningWith typed: String, home: String) -> [String] {
    if typed == "~" { return ["~/"] }
    let slash = typed.utf8.lastIndex(of: UInt8(ascii: "/"))
    let place = slash.map { String(typed[...$0]) } ?? ""
    let beginning = typed.utf8.dropFirst(place.utf8.count)
    let folder = place.isEmpty ? "./" : place.expandingTilde(home: home)
    let names = (try? Folder.names(in: folder)) ?? []
    return names.compactMap { name in
      guard name.utf8.starts(with: beginning), !name.hasPrefix(".") || !beginning.isEmpty else {
        return nil
      }
      let isFolder = (try? FileInfo(path: folder + name))?.kind == .directory
      return place + name + (isFolder ? "/" : "")
    }
  }
}
