import Library
import Model
import Translation

/// A request to the dictionaries.
enum GlossaryRequest: Sendable, Equatable {
  /// A list of the dictionaries.
  case report
  case lookUp(String)
  case add(String, String)
  /// `add` without a word and its translation.
  case incomplete

  private static let addition = "add "

  /// Parses an empty line, a word or phrase, or `add WORD = TRANSLATION`. A longer line that begins
  /// with `add` but has no `=` is a phrase to look up.
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

  /// Parses `WORD = TRANSLATION`.
  init(adding entry: String) {
    let sides = entry.split(separator: "=", omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    self =
      sides.count == 2 && !sides.contains("") ? .add(sides[0], sides[1]) : .incomplete
  }

  /// Adds an entry to the user's glossary.
  ///
  /// - Returns: A message about the entry; nil if the library has no index that could have a
  ///   glossary.
  static func add(
    _ word: String, _ translation: String, to library: Library
  ) throws(CommandError) -> Phrase? {
    do throws(UserGlossary.Failure) {
      return try library.addTranslation(translation, of: word).map { added in
        GlossaryMessage.added(word, translation, added.languages, isNew: added.isNew)
      }
    } catch {
      throw .glossary(path: library.glossaryPath ?? "", error)
    }
  }
}
