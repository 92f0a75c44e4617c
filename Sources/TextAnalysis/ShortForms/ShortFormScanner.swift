import Bytes
import Glibc
import Model

/// A short form and its expansion, as ranges of UTF-8 bytes of the text.
public struct ShortFormMatch: Hashable, Sendable {
  public var short: Range<Int>
  public var expansion: Range<Int>
  /// A Boolean value that indicates whether the words of the expansion spell the short form.
  /// Otherwise they are a capitalized name, as when the short form comes from another language:
  /// National Cyber and Crypto Agency (BSSN).
  public var isSpelled: Bool

  public init(short: Range<Int>, expansion: Range<Int>, isSpelled: Bool) {
    self.short = short
    self.expansion = expansion
    self.isSpelled = isSpelled
  }
}

/// Finds short forms with their expansions, written as `Long Name (LN)` or `LN (Long Name)`.
///
/// ```swift
/// let text = "The World Health Organization (WHO) was founded in 1948."
/// ShortFormScanner.forEach(in: text.utf8.span) { match in
///   print(match.short, match.expansion)  // 31..<34 4..<29
/// }
/// ```
///
/// After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
/// biomedical text" (2003), with stricter spelling: each word except small ones supplies some of
/// its letters to the short form, in order. In `SMEs` and `PDB`, the first of these letters is the
/// word's initial. The syllables of an Indonesian `Kemenaker` may come from within the words, which
/// must then be capitalized and of which one in three may be skipped.
public struct ShortFormScanner {
  /// The lengths of short forms, in bytes.
  private static let shortLengths = 2...16
  /// The maximum length of a bracket, in bytes.
  private static let longestBracket = 120
  /// The maximum number of words before the bracket that are examined.
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

  /// Calls `body` with each pair, in order.
  ///
  /// - Parameters:
  ///   - text: The text to scan, in UTF-8.
  ///   - takesNames: A Boolean value that indicates whether to include pairs whose expansion does
  ///     not spell the short form.
  ///   - body: A closure that receives each pair.
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
    // Most brackets are of neither kind, which their first letters reveal.
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

  /// Returns the range of the nearest words before the bracket, at least two, that spell a short
  /// form.
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
  /// Returns the range of the capitalized words before the bracket, including small words between
  /// them.
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
    /// The letters and digits, in lower case.
    let letters: [UInt8]
    /// A Boolean value that indicates whether it consists of syllables rather than initials: only
    /// its first letter is a capital.
    let isSyllabic: Bool
    /// A Boolean value that indicates whether it ends with the s of a plural (SMEs), which no word
    /// has to supply.
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

  /// The states of a search for a spelling that were tried in vain. Without them, a few words of one
  /// repeated letter take exponential time.
  private struct SpellingFailures {
    /// A set of letters and spared words for each number of words that are left: a bracket holds at
    /// most 60 words.
    private var sets = InlineArray<64, UInt128>(repeating: 0)

    /// At most 16 letters, and 3 words to spare: two thirds of 16 letters give 10 words.
    private func bit(_ place: Int, _ spare: Int) -> UInt128 { 1 << UInt128(spare * 20 + place) }

    func contains(wordsLeft: Int, _ place: Int, _ spare: Int) -> Bool {
      sets[wordsLeft] & bit(place, spare) != 0
    }

    mutating func insert(wordsLeft: Int, _ place: Int, _ spare: Int) {
      sets[wordsLeft] |= bit(place, spare)
    }
  }

  private func spells(_ short: ShortForm, _ words: ArraySlice<Range<Int>>) -> Bool {
    let telling = words.count { !isSmall($0) }
    // Syllables of one letter would match almost anywhere.
    if short.isSyllabic, telling * 3 > short.letters.count * 2 { return false }
    if short.isSyllabic,
      !words.allSatisfy({ isSmall($0) || text[$0.lowerBound].isASCIIUpper })
    {
      return false
    }
    var failures = SpellingFailures()
    return spells(
      short, from: 0, words, sparing: short.isSyllabic ? telling / 3 : 0, &failures)
  }

  /// Returns whether the words supply the letters from `place` on. Each word that is not small must
  /// supply at least one, except for `spare` words.
  ///
  /// - Complexity: O(*w* · *l*² · *s*) calls, where *w*, *l* and *s* are the numbers of words,
  ///   letters and words that may be spared.
  private func spells(
    _ short: ShortForm, from place: Int, _ words: ArraySlice<Range<Int>>, sparing spare: Int,
    _ failures: inout SpellingFailures
  ) -> Bool {
    let left = short.letters.count - place
    guard let word = words.first else { return left == 0 || left == 1 && short.hasPlural }
    guard !failures.contains(wordsLeft: words.count, place, spare) else { return false }
    let rest = words.dropFirst()
    let lastStart = short.isSyllabic && place > 0 ? word.upperBound - 1 : word.lowerBound
    for start in word.lowerBound...lastStart {
      var length = lettersGiven(by: start..<word.upperBound, to: short, from: place)
      while length > 0 {
        if spells(short, from: place + length, rest, sparing: spare, &failures) { return true }
        length -= 1
      }
    }
    let isSmall = isSmall(word)
    if place > 0, isSmall || spare > 0,
      spells(short, from: place, rest, sparing: isSmall ? spare : spare - 1, &failures)
    {
      return true
    }
    failures.insert(wordsLeft: words.count, place, spare)
    return false
  }

  /// Returns the number of letters from `place` on that the bytes supply, beginning with their
  /// first: adjacent for a syllable, otherwise in order.
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

  /// Returns the capitalized word that fills a bracket, or its part before a comma or semicolon.
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

  /// Returns the words of a bracket up to its end, a comma or a semicolon, or nil if other marks
  /// precede that.
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

  /// Returns the last word before `end` if only marks that may occur within a name are in between.
  private func word(before end: Int) -> Range<Int>? {
    var end = end
    while end > 0, Self.joins(text[end - 1]) || text[end - 1] == UInt8(ascii: ",") { end -= 1 }
    var start = end
    while start > 0, isPartOfWord(start - 1) { start -= 1 }
    return start < end ? start..<end : nil
  }

  /// Returns whether a byte may occur between the words of a name: a space, a hyphen, or a mark of
  /// Markdown or of quotations.
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
