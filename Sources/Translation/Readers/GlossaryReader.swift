import Model
import TextAnalysis

/// Reads a glossary: tab-separated lines of a term in one language and its translations in another,
/// the likeliest first, `;` between them.
///
/// The first line names the two languages. Blank lines and those that begin with `#` are passed
/// over. It is read in both directions.
enum GlossaryReader {
  /// Reads all entries; lines that are none are counted in `outcome`.
  static func read(
    _ text: Span<UInt8>, as kind: DictionaryKind, _ vocabularies: Vocabularies,
    _ outcome: inout DictionaryReport.Outcome
  ) throws(DictionaryReport.Problem) -> FoundPairs {
    var found: FoundPairs?
    TextLines.forEach(in: text) { number, line in
      guard !isPassedOver(text, line) else { return true }
      guard found != nil else {
        found = languages(text, line).map { languages in
          FoundPairs(
            kind, from: vocabularies[languages.source], to: vocabularies[languages.target])
        }
        return found != nil
      }
      if found?.addLine(text, line) != true {
        outcome.refusedLineCount += 1
        outcome.firstRefusedLine = outcome.firstRefusedLine ?? number
      }
      return true
    }
    guard let found else { throw .languagesMissing }
    return found
  }

  /// The languages that the first line names.
  static func languages(of text: Span<UInt8>) -> LanguagePair? {
    var found: LanguagePair?
    TextLines.forEach(in: text) { _, line in
      guard !isPassedOver(text, line) else { return true }
      found = languages(text, line)
      return false
    }
    return found
  }

  private static func isPassedOver(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let content = text.trimmed(line)
    return content.isEmpty || text[content.lowerBound] == UInt8(ascii: "#")
  }

  private static func languages(_ text: Span<UInt8>, _ line: Range<Int>) -> LanguagePair? {
    let tags = text.split(line, at: 0x09).map { text.trimmed($0) }
    guard tags.count == 2, let source = language(text, tags[0]),
      let target = language(text, tags[1]), source != target
    else { return nil }
    return LanguagePair(source, target)
  }

  /// A tag such as `en`.
  private static func language(_ text: Span<UInt8>, _ range: Range<Int>) -> Language? {
    guard 2...3 ~= range.count else { return nil }
    for index in range where !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= text[index]) { return nil }
    return Language(rawValue: text.string(range))
  }
}

extension FoundPairs {
  /// Adds what one line of a glossary says; false where it is no entry.
  fileprivate mutating func addLine(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let columns = text.split(line, at: 0x09)
    guard columns.count >= 2, !text.trimmed(columns[0]).isEmpty,
      columns.dropFirst().contains(where: { !text.trimmed($0).isEmpty })
    else { return false }
    // What is longer than a phrase may be, or stop words only, is an entry that is never asked for.
    let sources = terms(text, columns.prefix(1), source)
    let targets = terms(text, columns.dropFirst(), target)
    for (sourceIndex, sourceTerm) in sources.enumerated() {
      for (targetIndex, targetTerm) in targets.enumerated() {
        add(sourceTerm, targetTerm, position: (sourceIndex + 1) * (targetIndex + 1))
      }
    }
    return true
  }

  private func terms(
    _ text: Span<UInt8>, _ columns: ArraySlice<Range<Int>>, _ vocabulary: Vocabulary
  ) -> [Int32] {
    var terms: [Int32] = []
    for column in columns {
      for part in text.split(column, at: UInt8(ascii: ";")) {
        guard let term = vocabulary.number(of: text.extracting(part)) else { continue }
        terms.append(term)
      }
    }
    return terms
  }
}
