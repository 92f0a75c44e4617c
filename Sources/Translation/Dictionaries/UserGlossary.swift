public import Model
public import Platform
import TextAnalysis

/// The glossary that a person keeps beside an index. See `GlossaryReader` for its format.
///
/// ```swift
/// let glossary = UserGlossary(path: "index/glossary.tsv")
/// _ = try glossary.add("lighthouse", "mercusuar", LanguagePair(.english, .indonesian))
/// ```
public struct UserGlossary: Sendable {
  public enum Failure: Error, Hashable, Sendable {
    case file(FileError)
    /// The file exists but cannot be read as a glossary.
    case glossary(DictionaryReport.Problem)
    /// The text has no word to look up, too many words, or a character that separates entries or
    /// begins a comment.
    case unusable(String)
  }

  public let path: String

  public init(path: String) { self.path = path }

  /// Returns the languages that the first line of the file names, or English and Indonesian if
  /// there is no file.
  public func languages() throws(Failure) -> LanguagePair {
    guard let text = try content() else { return LanguagePair(.english, .indonesian) }
    guard let languages = GlossaryReader.languages(of: text.span) else {
      throw .glossary(.languagesMissing)
    }
    return languages
  }

  /// Appends an entry. The file is replaced as a whole.
  ///
  /// - Parameters:
  ///   - word: The word or phrase to translate.
  ///   - translation: Its translation.
  ///   - languages: The languages of the word and its translation: those of the file, in either
  ///     order.
  /// - Returns: `false` if the file already has the entry.
  public func add(
    _ word: String, _ translation: String, _ languages: LanguagePair
  ) throws(Failure) -> Bool {
    for (text, language) in [(word, languages.source), (translation, languages.target)]
    where !Self.isUsable(text, language) {
      throw .unusable(text)
    }
    let pair = try self.languages()
    let columns = pair == languages ? [word, translation] : [translation, word]
    let line = Array("\(columns[0])\t\(columns[1])".utf8)
    var text = try content() ?? Array("\(pair.source)\t\(pair.target)\n".utf8)
    let isThere = text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      .contains { $0.elementsEqual(line) }
    if isThere { return false }
    if text.last != 0x0A { text.append(0x0A) }
    text.append(contentsOf: line + [0x0A])
    do throws(FileError) {
      try OutputFile.replace(path, with: text)
    } catch {
      throw .file(error)
    }
    return true
  }

  /// Returns the content of the file, or nil if there is no file.
  private func content() throws(Failure) -> [UInt8]? {
    guard FileStamp(path: path) != nil else { return nil }
    do throws(DictionaryReport.Problem) {
      return try DictionaryFile.read(path)
    } catch {
      throw .glossary(error)
    }
  }

  private static func isUsable(_ text: String, _ language: Language) -> Bool {
    let parts: [UInt8] = [UInt8(ascii: ";"), 0x09, 0x0A, 0x0D]
    return !text.utf8.contains(where: parts.contains) && text.utf8.first != UInt8(ascii: "#")
      && DictionaryTerms(language).number(of: text.utf8.span) != nil
  }
}
