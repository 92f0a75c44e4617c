import Bytes
import Model

/// Reads FreeDict dictionaries in the format of the `dict` server: `freedict-XXX-YYY.index` and
/// `freedict-XXX-YYY.dict.dz`, where XXX and YYY are ISO 639-3 codes.
enum FreeDictReader {
  private static let prefix = "freedict-"
  static let indexSuffix = ".index"
  static let textSuffix = ".dict.dz"

  /// Returns the languages of an index from the name of its file, or nil for other files and
  /// unknown languages.
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
    index indexPath: String, text textPath: String, from source: DictionaryTerms,
    to target: DictionaryTerms
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

/// An entry of a FreeDict dictionary, in the layout in which its style sheet converts TEI for
/// dictd:
///
///     run //ɹʌn// <v>            headword, pronunciations, part of speech
///     1. menjalankan 2.          sense 1: translations, and the number of a gloss that follows
///     to be in charge of         gloss
///      3.                        number of a further gloss
///     2. berlari, lari           sense 2
///
/// An entry with one sense has no number: its translations are on the second line.
struct FreeDictEntry: Equatable {
  var headword: Range<Int>
  /// The translations of each sense, in order, with their markup.
  var translations: [Range<Int>] = []

  /// Creates an entry, or returns nil for prefixes, suffixes and entries without a second line.
  init?(_ text: Span<UInt8>, _ range: Range<Int>) {
    let lines = text.split(range, at: 0x0A)
    guard lines.count >= 2, !Self.isAffix(text, lines[0]) else { return nil }
    headword = Self.headword(text, lines[0])
    for (number, line) in lines.enumerated().dropFirst() {
      let start = Self.endOfSenseNumber(text, line)
      guard number == 1 || start > line.lowerBound else { continue }
      translations.append(Self.withoutGlossNumber(text, start..<line.upperBound))
    }
  }

  /// Returns the line up to its pronunciation or part of speech.
  private static func headword(_ text: Span<UInt8>, _ line: Range<Int>) -> Range<Int> {
    for index in line.dropLast() where text[index] == 0x20 {
      let next = text[index + 1]
      if next == UInt8(ascii: "/") || next == UInt8(ascii: "<") { return line.lowerBound..<index }
    }
    return line
  }

  /// Returns whether the line is labeled as an affix. The hyphens of affixes are missing from the
  /// headword ("er", "itas").
  private static func isAffix(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    for index in line where text[index] == UInt8(ascii: "<") {
      if text.starts("<prefix", at: index) || text.starts("<suffix", at: index) { return true }
    }
    return false
  }

  /// Returns the end of a sense number such as `12. `, or the start of the line if it has none.
  private static func endOfSenseNumber(_ text: Span<UInt8>, _ line: Range<Int>) -> Int {
    let end = line.first { !text[$0].isASCIIDigit } ?? line.upperBound
    guard end > line.lowerBound, text.starts(". ", at: end), end + 2 < line.upperBound else {
      return line.lowerBound
    }
    return end + 2
  }

  private static func withoutGlossNumber(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let range = text.trimmed(range)
    guard let period = range.last, text[period] == UInt8(ascii: ".") else { return range }
    var start = period
    while start > range.lowerBound, text[start - 1].isASCIIDigit { start -= 1 }
    guard start < period, start > range.lowerBound, text[start - 1] == 0x20 else { return range }
    return range.lowerBound..<start - 1
  }
}

/// The index of a dictionary in the format of dictd. Each line has a key, an offset and a length,
/// separated by tabs. The numbers are in base 64 (the digits of RFC 4648, the most significant
/// first, without padding) and count bytes of the decompressed text.
enum DictdIndex {
  /// The prefix of keys for information about the dictionary itself.
  private static let informationPrefix: StaticString = "00database"

  /// Returns the ranges of the entries, each once, in the order of the index.
  static func entries(_ index: Span<UInt8>) throws(DictionaryReport.Problem) -> [Range<Int>] {
    var entries: [Range<Int>] = []
    var seen: Set<Int> = []
    try TextLines.forEach(in: index) { (_, line) throws(DictionaryReport.Problem) in
      let fields = index.split(line, at: 0x09)
      guard fields.count >= 3, let offset = number(index, fields[1]),
        let length = number(index, fields[2])
      else { throw .damaged }
      if !index.starts(informationPrefix, at: line.lowerBound), seen.insert(offset).inserted {
        entries.append(offset..<offset + length)
      }
      return true
    }
    return entries
  }

  private static func number(_ index: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard 1...6 ~= range.count else { return nil }
    var value = 0
    for position in range {
      guard let digit = digit(index[position]) else { return nil }
      value = value << 6 | digit
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
