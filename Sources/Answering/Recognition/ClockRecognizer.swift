/// Finds times of day: `9 p.m.`, `07:45`, `pukul 19.30 WIB`, `jam 7 pagi`, `9–11 am`, `noon`.
struct ClockRecognizer {
  /// Returns the mentions in order, and the indices of their words.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - taken: The indices of words that belong to dates.
  /// - Complexity: O(*n*), where *n* is the number of words.
  static func mentions(
    in text: ScannedText, taken: Set<Int>
  ) -> (mentions: [Mention], words: Set<Int>) {
    var found: [Mention] = []
    var words: Set<Int> = []
    guard text.hasNumber(or: [.noon, .clockSuffix, .cardinal]) else { return (found, words) }
    var index = 0
    while index < text.words.count {
      guard !taken.contains(index), var range = time(text, at: index) else {
        index += 1
        continue
      }
      // `7:30–9:00`, `from 9 am to 5 pm`
      var next = range.upperBound
      if next < text.words.count, joins.contains(text.words[next].key) { next += 1 }
      if next < text.words.count, next > range.upperBound || text.words[next].gap == .hyphen,
        !taken.contains(next), let second = time(text, at: next, isCued: true)
      {
        range = range.lowerBound..<second.upperBound
      }
      let bytes =
        text.words[range.lowerBound].range.lowerBound..<end(of: range, text)
      found.append(Mention(kind: .time, range: bytes, value: .text))
      words.formUnion(range)
      index = range.upperBound
    }
    return (found, words)
  }

  /// Returns the words of the time that begins at a word, or nil if there is none.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - index: The index of the word.
  ///   - isCued: A Boolean value that indicates whether another time precedes, as in `08.00 sampai
  ///     11.00`.
  private static func time(_ text: ScannedText, at index: Int, isCued: Bool = false) -> Range<Int>?
  {
    let word = text.words[index]
    if word.classes.contains(.noon) { return index..<(index + 1) }
    if let end = ClockPhrase.end(text, at: index) { return index..<partOfDay(text, end) }
    if hours.contains(word.key), index + 1 < text.words.count,
      text.words[index + 1].gap == .space,
      let end = text.words[index + 1].isNumber
        ? clock(text, at: index + 1) : ClockPhrase.hourEnd(text, at: index + 1)
    {
      return index..<suffix(text, end, isCued: true)
    }
    guard word.isNumber, text.currencySymbol(before: index) == nil, !text.isReference(index)
    else { return nil }
    if isCompact(text, index) { return index..<(index + 1) }
    guard let end = clock(text, at: index) else { return nil }
    let stop = partOfDay(text, suffix(text, end, isCued: false))
    let hasMinutes = end == index + 2
    let isDotted = end == index + 1 && text.bytes[word.range].contains(UInt8(ascii: "."))
    let mayBeTime = isDotted && (isCued || isBehindCue(text, index)) && !isMeasured(text, end)
    return stop > end || hasMinutes || mayBeTime ? index..<stop : nil
  }

  /// Returns whether a number is written as `21h40`, or as `0700` before *hours*.
  private static func isCompact(_ text: ScannedText, _ index: Int) -> Bool {
    let digits = text.bytes[text.words[index].range]
    if let mark = digits.firstIndex(of: UInt8(ascii: "h")) {
      guard let hour = number(digits[..<mark]), let minute = number(digits[(mark + 1)...]) else {
        return false
      }
      return hour < 25 && minute < 60
    }
    return digits.count == 4 && digits.allSatisfy(\.isASCIIDigit)
      && index + 1 < text.words.count && text.words[index + 1].key == hoursWord
      && digits.first.map { $0 <= UInt8(ascii: "2") } ?? false
  }

  private static let hoursWord = WordKey("hours")

  /// Returns whether a word such as *at* or *until* precedes.
  private static func isBehindCue(_ text: ScannedText, _ index: Int) -> Bool {
    text.word(index - 1, is: .clockCue) && text.words[index].gap == .space
  }

  /// Returns whether the unit of an amount follows.
  private static func isMeasured(_ text: ScannedText, _ index: Int) -> Bool {
    let units: WordClass = [.measure, .scale, .currencyName, .percent, .timeUnit]
    return text.word(index, is: units) && text.words[index].gap == .space
      || index < text.words.count && text.words[index].key == per
      || text.percentSign(after: text.words[index - 1].range.upperBound) != nil
      || text.currencySymbol(after: text.words[index - 1].range.upperBound) != nil
      || text.degreeSign(after: text.words[index - 1].range.upperBound) != nil
  }

  /// Returns the index after `in the morning`, if that follows a time.
  private static func partOfDay(_ text: ScannedText, _ end: Int) -> Int {
    guard end + 2 < text.words.count, text.words[end].key == inWord,
      text.words[end + 1].key == the, daytimes.contains(text.words[end + 2].key)
    else { return end }
    return end + 3
  }

  private static let per = WordKey("per")
  private static let inWord = WordKey("in")
  private static let the = WordKey("the")
  private static let daytimes = ["morning", "afternoon", "evening"].map { WordKey($0) }

  /// Returns the index after the digits of a time: an hour, or an hour and minutes.
  private static func clock(_ text: ScannedText, at index: Int) -> Int? {
    let range = text.words[index].range
    let digits = text.bytes[range]
    if let point = digits.firstIndex(of: UInt8(ascii: ".")) {
      let hour = number(digits[..<point])
      let minute = number(digits[(point + 1)...])
      guard let hour, let minute, hour < 25, minute < 60,
        digits.count - (point - range.lowerBound) == 3
      else { return nil }
      return index + 1
    }
    guard let hour = number(digits), hour < 25 else { return nil }
    if index + 1 < text.words.count, text.words[index + 1].isNumber,
      text.bytes[range.upperBound] == UInt8(ascii: ":"),
      text.words[index + 1].range.lowerBound == range.upperBound + 1,
      text.words[index + 1].range.count == 2,
      let minute = number(text.bytes[text.words[index + 1].range]),
      minute < 60
    {
      return index + 2
    }
    return index + 1
  }

  /// Returns the index after `p.m.`, `WIB` or `pagi`, if one follows.
  private static func suffix(_ text: ScannedText, _ end: Int, isCued: Bool) -> Int {
    guard text.word(end, is: .clockSuffix), text.words[end].gap == .space else { return end }
    // `3 malam` alone counts nights.
    return isCued || !partsOfDay.contains(text.words[end].key) ? end + 1 : end
  }

  private static let partsOfDay = ["pagi", "siang", "sore", "malam"].map { WordKey($0) }

  /// Returns the end in bytes, including the full stop of `p.m.`
  private static func end(of words: Range<Int>, _ text: ScannedText) -> Int {
    let end = text.words[words.upperBound - 1].range.upperBound
    let isDotted = text.bytes[text.words[words.upperBound - 1].range].contains(UInt8(ascii: "."))
    let isLetter = !text.words[words.upperBound - 1].isNumber
    return isDotted && isLetter && end < text.bytes.count && text.bytes[end] == UInt8(ascii: ".")
      ? end + 1 : end
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard 1...2 ~= digits.count, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  private static let hours = ["pukul", "jam", "pkl", "pk"].map { WordKey($0) }
  private static let joins = ["to", "until", "till", "and", "hingga", "sampai", "dan"].map {
    WordKey($0)
  }
}
