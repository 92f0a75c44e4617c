/// One entry of a FreeDict dictionary, as its style sheet lays TEI out for dictd:
///
///     run //ɹʌn// <v>            headword, pronunciations, part of speech
///     1. menjalankan 2.          sense 1: translations, and the number of a gloss that follows
///     to be in charge of         gloss
///      3.                        number of a further gloss
///     2. berlari, lari           sense 2
///
/// An entry of one sense has no number: its translations are the second line.
struct FreeDictEntry: Equatable {
  var headword: Range<Int>
  /// Of each sense in order, as they stand.
  var translations: [Range<Int>] = []

  /// Nil where there is nothing to translate: prefixes and suffixes, and what has no second line.
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

  /// The line up to its pronunciation or part of speech.
  private static func headword(_ text: Span<UInt8>, _ line: Range<Int>) -> Range<Int> {
    for index in line.dropLast() where text[index] == 0x20 {
      let next = text[index + 1]
      if next == UInt8(ascii: "/") || next == UInt8(ascii: "<") { return line.lowerBound..<index }
    }
    return line
  }

  /// Marked so, since their hyphens are left out of the headword ("er", "itas").
  private static func isAffix(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    for index in line where text[index] == UInt8(ascii: "<") {
      if text.starts("<prefix", at: index) || text.starts("<suffix", at: index) { return true }
    }
    return false
  }

  /// Where the line goes on after `12. `; its start where it does not begin so.
  private static func endOfSenseNumber(_ text: Span<UInt8>, _ line: Range<Int>) -> Int {
    let end = line.first { !text[$0].isDigit } ?? line.upperBound
    guard end > line.lowerBound, text.starts(". ", at: end), end + 2 < line.upperBound else {
      return line.lowerBound
    }
    return end + 2
  }

  private static func withoutGlossNumber(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let range = text.trimmed(range)
    guard let period = range.last, text[period] == UInt8(ascii: ".") else { return range }
    var start = period
    while start > range.lowerBound, text[start - 1].isDigit { start -= 1 }
    guard start < period, start > range.lowerBound, text[start - 1] == 0x20 else { return range }
    return range.lowerBound..<start - 1
  }
}
