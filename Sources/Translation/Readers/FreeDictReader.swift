import Model

/// Reads FreeDict dictionaries as the `dict` server keeps them, `freedict-XXX-YYY.index` beside
/// `freedict-XXX-YYY.dict.dz`, XXX and YYY being ISO 639-3 codes.
enum FreeDictReader {
  private static let prefix = "freedict-"
  static let indexSuffix = ".index"
  static let textSuffix = ".dict.dz"

  /// The languages of an index by its file's name; nil for other files, and for languages that are
  /// not known.
  static func languages(ofFile name: String) -> LanguagePair? {
    guard name.hasPrefix(prefix), name.hasSuffix(indexSuffix) else { return nil }
    let codes = name.dropFirst(prefix.utf8.count).dropLast(indexSuffix.utf8.count)
      .split(separator: "-", omittingEmptySubsequences: false)
    guard codes.count == 2, let source = LanguageCode.language(of: codes[0]),
      let target = LanguageCode.language(of: codes[1]), source != target
    else { return nil }
    return LanguagePair(source, target)
  }

  static func read(
    index indexPath: String, text textPath: String, from source: Vocabulary, to target: Vocabulary
  ) throws(DictionaryReport.Problem) -> FoundPairs {
    let index = try DictionaryFile.read(indexPath)
    let content = try DictionaryFile.readCompressed(textPath)
    var found = FoundPairs(.freeDict, from: source, to: target)
    let text = content.span
    for range in try DictdIndex.entries(index.span) {
      guard range.upperBound <= text.count else { throw .damaged }
      guard let entry = FreeDictEntry(text, range),
        let headword = source.number(of: text.extracting(entry.headword))
      else { continue }
      var position = 1
      for translations in entry.translations {
        position = TermList.forEach(in: text, translations, from: position) { position, term in
          if let term = target.number(of: term) { found.add(headword, term, position: position) }
        }
      }
    }
    return found
  }
}
