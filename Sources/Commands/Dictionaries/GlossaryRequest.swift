import Library
import Model
import Translation

/// What is asked of the dictionaries.
enum GlossaryRequest: Sendable, Equatable {
  /// Which dictionaries there are.
  case report
  case lookUp(String)
  case add(String, String)
  /// `add` without two sides.
  case incomplete

  private static let addition = "add "

  /// Nothing, a word or phrase, or `add WORD = TRANSLATION`. A line that begins with `add` and has
  /// no `=` asks for that phrase, unless there is nothing more.
  init(_ line: String) {
    let line = line.trimmed
    if line.isEmpty {
      self = .report
    } else if line == "add" {
      self = .incomplete
    } else if line.hasPrefix(Self.addition), line.utf8.contains(UInt8(ascii: "=")) {
      self.init(adding: String(line.dropFirst(Self.addition.count)))
    } else {
      self = .lookUp(line)
    }
  }

  /// `WORD = TRANSLATION`
  init(adding entry: String) {
    let sides = entry.split(separator: "=", omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    self =
      sides.count == 2 && !sides.contains("") ? .add(sides[0], sides[1]) : .incomplete
  }

  /// Adds an entry to the user's glossary; what is to be said of it.
  static func add(
    _ word: String, _ translation: String, to library: Library
  ) throws(CommandError) -> UserMessage {
    do throws(UserGlossary.Failure) {
      guard let added = try library.addTranslation(translation, of: word) else {
        return .glossaryNeedsIndex
      }
      return .glossaryAdded(
        word: word, translation: translation,
        languages: "\(added.languages.source) = \(added.languages.target)", isNew: added.isNew)
    } catch {
      throw .glossary(path: library.glossaryPath ?? "", error)
    }
  }
}
