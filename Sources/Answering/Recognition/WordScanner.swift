import Bytes

/// Splits a sentence into words and numbers for the recognizers.
///
/// Unlike the tokens of the analyzer, the words keep their case and the punctuation between them,
/// which identify names, dates and amounts. Hyphens and slashes separate words; a point or comma
/// between digits does not; `'s` is cut off.
struct WordScanner {
  /// Returns the words of `bytes[range]`, with ranges of `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - range: The range of the sentence.
  ///   - limit: The maximum number of words.
  /// - Complexity: O(*n*), where *n* is the length of the range in bytes.
  static func words(
    in bytes: Span<UInt8>, range: Range<Int>, atMost limit: Int = .max
  ) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(min(range.count / 4 + 2, limit))
    forEachWord(in: bytes, range: range, atMost: limit) { words.append($0) }
    return words
  }

  /// Calls `body` with the words of `bytes[range]` in order, at most `limit` of them.
  @inline(__always)
  static func forEachWord(
    in bytes: Span<UInt8>, range: Range<Int>, atMost limit: Int = .max, _ body: (Word) -> Void
  ) {
    let lexicon = Lexicon.shared
    var count = 0
    // The reads without a check of their bounds are inside the range.
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    var position = range.lowerBound
    var gap = GapReader()
    while position < range.upperBound, count < limit {
      // The gap between words is a space unless another separator is found.
      if bytes[unchecked: position] == UInt8(ascii: " ") {
        position += 1
        continue
      }
      var word: Word
      if let plain = plainWord(bytes, from: position, end: range.upperBound) {
        word = plain
      } else {
        let unit = ByteClass(bytes, at: position, end: range.upperBound)
        guard unit.kind == .letter || unit.kind == .digit else {
          gap.take(bytes, position..<(position + unit.length))
          position += unit.length
          continue
        }
        word =
          unit.kind == .digit
          ? number(bytes, from: position, end: range.upperBound, lexicon: lexicon)
          : letters(bytes, from: position, end: range.upperBound, lexicon: lexicon)
      }
      word.gap = gap.gap(isFirst: count == 0)
      word.classes = lexicon.classes(of: word.key)
      if !word.classes.isDisjoint(with: .valued) { word.value = lexicon.value(of: word.key) }
      position = word.range.upperBound
      if word.shape != .number, position < range.upperBound,
        !bytes[unchecked: position].endsWord,
        let end = possessive(bytes, from: position, end: range.upperBound)
      {
        word.isPossessive = true
        position = end
      }
      body(word)
      count += 1
      gap = GapReader()
    }
  }

  /// Reads a number: digits with points and commas between them, groups of three digits after an
  /// apostrophe or a space (`2'500`, `12 500`), and letters that belong to them (`10th`, `1990s`,
  /// `5G`). A unit directly after them (`35km`) is the next word.
  private static func number(
    _ bytes: Span<UInt8>, from start: Int, end: Int, lexicon: Lexicon
  ) -> Word {
    var key = WordKeyBuilder()
    var position = start
    var isWhole = true
    while position < end {
      let byte = bytes[position]
      if byte.isASCIIDigit {
        key.append(byte)
        position += 1
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        guard position + 1 < end, bytes[position + 1].isASCIIDigit else { break }
        key.append(byte)
        position += 1
        isWhole = false
      } else if isWhole, let group = groupStart(bytes, at: position, from: start, end: end) {
        position = group
      } else {
        break
      }
    }
    // `2½`, `3.2e6`
    if position + 1 < end, bytes[position] == 0xC2, 0xBC...0xBE ~= bytes[position + 1] {
      position += 2
    } else if position + 1 < end, bytes[position] | 0x20 == UInt8(ascii: "e"),
      bytes[position + 1].isASCIIDigit
    {
      position += 1
      while position < end, bytes[position].isASCIIDigit { position += 1 }
    }
    // `21h40`
    if position + 2 < end, bytes[position] == UInt8(ascii: "h"), bytes[position + 1].isASCIIDigit,
      bytes[position + 2].isASCIIDigit
    {
      position += 3
    }
    let digitsEnd = position
    var suffix = WordKeyBuilder()
    while position < end, bytes[position].isASCIILetter {
      suffix.append(bytes[position])
      key.append(bytes[position])
      position += 1
    }
    let units: WordClass = [.measure, .scale, .percent, .timeUnit, .clockSuffix, .currencyName]
    // The letter of `5G` is not a unit.
    let isGeneration = position == digitsEnd + 1 && bytes[digitsEnd] == UInt8(ascii: "G")
    if position > digitsEnd, !isGeneration,
      !lexicon.classes(of: suffix.key).isDisjoint(with: units)
    {
      position = digitsEnd
    }
    return Word(
      range: start..<position, shape: .number, key: key.key, classes: [], value: 0, gap: .start)
  }

  /// Returns the first digit of a group of three that a separator at `position` introduces, or nil
  /// if the digits on either side are not such groups.
  private static func groupStart(
    _ bytes: Span<UInt8>, at position: Int, from start: Int, end: Int
  ) -> Int? {
    var digits = 0
    while position - digits > start, bytes[position - digits - 1].isASCIIDigit { digits += 1 }
    let isFirst = position - digits == start
    guard isFirst ? 1...3 ~= digits : digits == 3 else { return nil }
    // A number in groups of thousands does not begin with a zero.
    if isFirst, bytes[start] == UInt8(ascii: "0") { return nil }
    let length = separatorLength(bytes, at: position, end: end)
    let group = position + length
    guard length > 0, group + 3 <= end,
      bytes[group].isASCIIDigit, bytes[group + 1].isASCIIDigit, bytes[group + 2].isASCIIDigit,
      group + 3 == end || !bytes[group + 3].isASCIIDigit && !bytes[group + 3].isASCIILetter
    else { return nil }
    return group
  }

  /// Returns the length in bytes of an apostrophe or a space that may group digits (`'`, `’`, a
  /// space, U+00A0, U+2009 or U+202F), or 0 for anything else.
  private static func separatorLength(_ bytes: Span<UInt8>, at position: Int, end: Int) -> Int {
    switch bytes[position] {
    case UInt8(ascii: "'"), UInt8(ascii: " "): 1
    case 0xC2 where position + 1 < end && bytes[position + 1] == 0xA0: 2
    case 0xE2 where position + 2 < end && bytes[position + 1] == 0x80:
      [0x89, 0x99, 0xAF].contains(bytes[position + 2]) ? 3 : 0
    default: 0
    }
  }

  /// Returns the word at `start` if it is what most are, up to seven ASCII letters before a space or
  /// a comma, or nil for any other.
  @inline(__always)
  private static func plainWord(_ bytes: Span<UInt8>, from start: Int, end: Int) -> Word? {
    let group = bytes.eightBytes(at: start)
    let count = group.leadingLetterCount
    guard count > 0, count < 8, start &+ count < end,
      UInt8(truncatingIfNeeded: group >> UInt64(truncatingIfNeeded: 8 &* count)).endsWord
    else { return nil }
    let letters = group.firstBytes(count)
    return finish(
      start..<(start &+ count), WordKey(upToSevenLetters: letters), letters.capitalCount, count,
      UInt8(truncatingIfNeeded: group) < 0x60)
  }

  private static func letters(
    _ bytes: Span<UInt8>, from start: Int, end: Int, lexicon: Lexicon
  ) -> Word {
    var key = WordKeyBuilder()
    var position = start
    var uppers = 0
    var count = 0
    let startsUpper = bytes.isUppercase(at: start, end: end)
    while position < end {
      // Nearly all letters are ASCII.
      var run = 0
      repeat {
        let group = bytes.eightBytes(at: position)
        run = min(group.leadingLetterCount, end &- position)
        uppers &+= group.firstBytes(run).capitalCount
        count &+= run
        key.append((group | 0x2020_2020_2020_2020).firstBytes(run), count: run)
        position &+= run
      } while run == 8
      guard position < end, !bytes[position].endsWord else { break }
      let unit = ByteClass(bytes, at: position, end: end)
      switch unit.kind {
      case .letter:
        if bytes.isUppercase(at: position, end: end) { uppers += 1 }
        count += 1
      case .digit:
        // `Rp10.000` is a sign and a number, `GPT4` one word.
        if lexicon.classes(of: key.key).contains(.currencySign) {
          return finish(start..<position, key.key, uppers, count, startsUpper)
        }
        count += 1
        uppers += 1
      case .apostrophe:
        let next = position + unit.length
        guard next < end, ByteClass(bytes, at: next, end: end).kind == .letter,
          possessive(bytes, from: position, end: end) == nil
        else { return finish(start..<position, key.key, uppers, count, startsUpper) }
        key.append(UInt8(ascii: "'"))
        position = next
        continue
      case .period:
        // Periods belong only to abbreviations such as `U.S.`: single letters with periods.
        let next = position + 1
        guard count == 1 || (position >= 2 && bytes[position - 2] == UInt8(ascii: ".")),
          next < end, ByteClass(bytes, at: next, end: end).kind == .letter,
          next + 1 >= end || !bytes[next + 1].isASCIILetter
        else { return finish(start..<position, key.key, uppers, count, startsUpper) }
      default:
        return finish(start..<position, key.key, uppers, count, startsUpper)
      }
      for index in position..<(position + unit.length) { key.append(bytes[index]) }
      position += unit.length
    }
    return finish(start..<position, key.key, uppers, count, startsUpper)
  }

  @inline(__always)
  private static func finish(
    _ range: Range<Int>, _ key: WordKey, _ uppers: Int, _ count: Int, _ startsUpper: Bool
  ) -> Word {
    let shape: Word.Shape =
      if uppers == 0 {
        .lower
      } else if uppers == count, count > 1 {
        .upper
      } else if startsUpper, uppers == 1 {
        .capitalized
      } else {
        .mixed
      }
    return Word(range: range, shape: shape, key: key, classes: [], value: 0, gap: .start)
  }

  /// Returns the end of `'s` or `’s` at `position` if a word ends there, or nil otherwise.
  private static func possessive(_ bytes: Span<UInt8>, from position: Int, end: Int) -> Int? {
    let unit = ByteClass(bytes, at: position, end: end)
    guard unit.kind == .apostrophe else { return nil }
    let next = position + unit.length
    guard next < end, bytes[next] | 0x20 == UInt8(ascii: "s") else { return nil }
    guard next + 1 < end else { return next + 1 }
    let after = ByteClass(bytes, at: next + 1, end: end).kind
    return after == .letter || after == .digit ? nil : next + 1
  }
}

extension UInt8 {
  /// A Boolean value that indicates whether the byte is a space or a comma, which end most words
  /// and occur inside none.
  @inline(__always)
  fileprivate var endsWord: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: ",") }
}
