import Bytes
import Glibc
import Model

/// A short form and the long one beside it: UTF-8 bytes of the text.
public struct ShortFormMatch: Hashable, Sendable {
  public var short: Range<Int>
  public var expansion: Range<Int>
  /// Its words spell the short form; otherwise they are a name with capitals, as where the short
  /// form is that of another language: National Cyber and Crypto Agency (BSSN).
  public var isSpelled: Bool

  public init(short: Range<Int>, expansion: Range<Int>, isSpelled: Bool) {
    self.short = short
    self.expansion = expansion
    self.isSpelled = isSpelled
  }
}

/// Finds `Long Name (LN)` and `LN (Long Name)`.
///
/// After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
/// biomedical text" (2003), with stricter spelling: each word but small ones gives some of its
/// letters to the short form, in order. Of `SMEs` and `PDB` the first is the word's initial; the
/// syllables of an Indonesian `Kemenaker` may stand within the words, which have capitals then, and
/// one in three may be left out.
public struct ShortFormScanner {
  /// Bytes that short forms and brackets may have.
  private static let shortLengths = 2...16
  private static let longestBracket = 120
  /// Words before the bracket that are looked at.
  private static let mostWords = 16

  private static let smallWords: WordTable = {
    var table = WordTable(capacity: 512)
    for language in [Language.english, .indonesian] {
      if let words = FunctionWords.list(of: language) { table.insert(words, mark: 1) }
    }
    return table
  }()

  private let text: UnsafeBufferPointer<UInt8>
  private let takesNames: Bool

  /// Calls `body` for each pair, in order.
  ///
  /// - Parameters:
  ///   - text: The text to scan.
  ///   - body: Called for each pair, in order.
  ///   - takesNames: also those whose long form does not spell the short one.
  public static func forEach(
    in text: Span<UInt8>, takingNames takesNames: Bool = false, _ body: (ShortFormMatch) -> Void
  ) {
    text.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      let scanner = ShortFormScanner(text: bytes, takesNames: takesNames)
      var offset = 0
      while offset < bytes.count {
        guard let found = memchr(start + offset, Int32(UInt8(ascii: "(")), bytes.count - offset)
        else { return }
        let bracket = UnsafeRawPointer(found) - UnsafeRawPointer(start)
        if let match = scanner.match(aroundBracket: bracket) { body(match) }
        offset = bracket + 1
      }
    }
  }

  private func match(aroundBracket bracket: Int) -> ShortFormMatch? {
    if let word = onlyWord(inBracket: bracket) {
      guard let short = ShortForm(text, word) else { return nil }
      if let expansion = expansion(of: short, before: bracket) {
        return ShortFormMatch(short: short.range, expansion: expansion, isSpelled: true)
      }
      guard takesNames, let name = name(before: bracket, of: short) else { return nil }
      return ShortFormMatch(short: short.range, expansion: name, isSpelled: false)
    }
    // Most brackets are of neither kind, which the first letters tell.
    guard bracket + 1 < text.count, text[bracket + 1].asciiFolded != 0,
      let before = word(before: bracket),
      text[before.lowerBound].asciiFolded == text[bracket + 1].asciiFolded,
      let short = ShortForm(text, before), let inside = words(inBracket: bracket),
      inside.count >= 2, spells(short, inside[...])
    else { return nil }
    return ShortFormMatch(
      short: short.range, expansion: inside[0].lowerBound..<inside[inside.count - 1].upperBound,
      isSpelled: true)
  }

  /// The nearest words before the bracket that spell a short form, two at least.
  private func expansion(of short: ShortForm, before bracket: Int) -> Range<Int>? {
    var words: [Range<Int>] = []
    var end = bracket
    while words.count < Self.mostWords, let word = word(before: end) {
      words.insert(word, at: 0)
      end = word.lowerBound
      if words.count >= 2, text[word.lowerBound].asciiFolded == short.letters[0],
        !isSmall(word), spells(short, words[...])
      {
        return word.lowerBound..<words[words.count - 1].upperBound
      }
    }
    return nil
  }
}

// MARK: - Names

extension ShortFormScanner {
  /// The words with capitals before the bracket, small words between them.
  private func name(before bracket: Int, of short: ShortForm) -> Range<Int>? {
    var words: [Range<Int>] = []
    var end = bracket
    while words.count < Self.mostWords, let word = word(before: end),
      text[word.upperBound..<end].allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "&") }
      ),
      text[word.lowerBound].isASCIIUpper || isSmall(word)
    {
      words.insert(word, at: 0)
      end = word.lowerBound
    }
    while let first = words.first, !text[first.lowerBound].isASCIIUpper || isSmall(first) {
      words.removeFirst()
    }
    guard let first = words.first, let last = words.last, words.count > 1 || !short.isSyllabic
    else { return nil }
    return first.lowerBound..<last.upperBound
  }
}

// MARK: - Spelling

extension ShortFormScanner {
  /// A word that may be a short form.
  private struct ShortForm {
    let range: Range<Int>
    /// Letters and digits in lower case.
    let letters: [UInt8]
    /// Syllables rather than initials: a capital in front only.
    let isSyllabic: Bool
    /// The s of a plural (SMEs), which no word has to give.
    let hasPlural: Bool

    init?(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
      guard shortLengths ~= range.count, text[range.lowerBound].isASCIIUpper else { return nil }
      var letters: [UInt8] = []
      var capitals = 0
      for index in range where text[index].asciiFolded != 0 {
        letters.append(text[index].asciiFolded)
        if text[index].isASCIIUpper { capitals += 1 }
      }
      isSyllabic = capitals == 1
      guard letters.count >= (isSyllabic ? 4 : 2) else { return nil }
      self.range = range
      self.letters = letters
      hasPlural =
        capitals == letters.count - 1 && text[range.upperBound - 1] == UInt8(ascii: "s")
        && capitals >= 2
    }
  }

  private func spells(_ short: ShortForm, _ words: ArraySlice<Range<Int>>) -> Bool {
    let telling = words.count { !isSmall($0) }
    // Syllables of one letter would be found anywhere.
    if short.isSyllabic, telling * 3 > short.letters.count * 2 { return false }
    if short.isSyllabic,
      !words.allSatisfy({ isSmall($0) || text[$0.lowerBound].isASCIIUpper })
    {
      return false
    }
    return spells(short, from: 0, words, sparing: short.isSyllabic ? telling / 3 : 0)
  }

  /// Whether the words give the letters from `place` on, each that is not small at least one; of
  /// `spare` others none is needed.
  private func spells(
    _ short: ShortForm, from place: Int, _ words: ArraySlice<Range<Int>>, sparing spare: Int
  ) -> Bool {
    let left = short.letters.count - place
    guard let word = words.first else { return left == 0 || left == 1 && short.hasPlural }
    let rest = words.dropFirst()
    let lastStart = short.isSyllabic && place > 0 ? word.upperBound - 1 : word.lowerBound
    for start in word.lowerBound...lastStart {
      var length = lettersGiven(by: start..<word.upperBound, to: short, from: place)
      while length > 0 {
        if spells(short, from: place + length, rest, sparing: spare) { return true }
        length -= 1
      }
    }
    let isSmall = isSmall(word)
    guard place > 0, isSmall || spare > 0 else { return false }
    return spells(short, from: place, rest, sparing: isSmall ? spare : spare - 1)
  }

  /// How many letters from `place` on the bytes have, the first at their beginning: side by side
  /// for a syllable, else in order.
  private func lettersGiven(
    by bytes: Range<Int>, to short: ShortForm, from place: Int
  ) -> Int {
    var given = 0
    for index in bytes where place + given < short.letters.count {
      if text[index].asciiFolded == short.letters[place + given] {
        given += 1
      } else if given == 0 || short.isSyllabic {
        break
      }
    }
    return given
  }

  private func isSmall(_ word: Range<Int>) -> Bool {
    var folded = InlineArray<12, UInt8>(repeating: 0)
    guard word.count <= folded.count else { return false }
    for (place, index) in word.enumerated() { folded[place] = text[index].asciiLowercased }
    return Self.smallWords.mark(of: folded.span.extracting(first: word.count)) != 0
  }
}

// MARK: - Words

extension ShortFormScanner {
  private func isPartOfWord(_ index: Int) -> Bool {
    let byte = text[index]
    return byte.asciiFolded != 0 || byte >= 0x80 || byte == UInt8(ascii: "'")
  }

  /// The word with a capital that is all of a bracket, or of its part before a comma.
  private func onlyWord(inBracket bracket: Int) -> Range<Int>? {
    let start = bracket + 1
    guard start < text.count, text[start].isASCIIUpper else { return nil }
    var end = start
    while end < text.count, isPartOfWord(end) { end += 1 }
    guard end < text.count, Self.ends(text[end]) else { return nil }
    return start..<end
  }

  private static func ends(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }

  /// The words of a bracket up to its end or a comma; nil where it has other marks.
  private func words(inBracket bracket: Int) -> [Range<Int>]? {
    var words: [Range<Int>] = []
    var index = bracket + 1
    let limit = min(text.count, index + Self.longestBracket)
    while index < limit {
      let start = index
      while index < limit, isPartOfWord(index) { index += 1 }
      if index > start { words.append(start..<index) }
      guard index < limit else { return nil }
      if Self.ends(text[index]) { return words }
      guard Self.joins(text[index]) else { return nil }
      index += 1
    }
    return nil
  }

  /// The word that ends before `end`, with nothing in between that parts a name.
  private func word(before end: Int) -> Range<Int>? {
    var end = end
    while end > 0, Self.joins(text[end - 1]) || text[end - 1] == UInt8(ascii: ",") { end -= 1 }
    var start = end
    while start > 0, isPartOfWord(start - 1) { start -= 1 }
    return start < end ? start..<end : nil
  }

  /// Spaces, hyphens, and the marks of Markdown and of quotations.
  private static func joins(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "-"), UInt8(ascii: "&"),
      UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "\""):
      return true
    default:
      return false
    }
  }
}
