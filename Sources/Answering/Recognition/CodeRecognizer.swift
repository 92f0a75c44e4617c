/// Finds what identifies rather than counts: `77-120-4432`, `AB-2024/00871`, `KX-300/7`, `+47 22 41
/// 30 09`, `(0274) 515-867`, `DE44 5001 0517`.
enum CodeRecognizer {
  /// Returns the code that begins at a word, and the index after it, or nil if there is none.
  static func code(_ text: ScannedText, at start: Int) -> (Mention, Int)? {
    var begin = text.words[start].range.lowerBound
    let end: Int
    if let parts = joinedEnd(text, start) {
      end = parts
    } else if let (opening, groups) = phoneEnd(text, start) {
      (begin, end) = (opening, groups)
    } else {
      return nil
    }
    var mention = Mention(
      kind: .number, range: begin..<text.words[end - 1].range.upperBound, value: .text)
    mention.isReference = true
    return (mention, end)
  }

  /// Returns the end of parts that hyphens, slashes or points join, if they are too many for a range
  /// or a fraction, or if some have capital letters.
  private static func joinedEnd(_ text: ScannedText, _ start: Int) -> Int? {
    guard start == 0 || !isJoined(text, start) else { return nil }
    var end = start + 1
    while end < text.words.count, isJoined(text, end), isPart(text, end) { end += 1 }
    guard isPart(text, start), end - start >= 2 else { return nil }
    let parts = text.words[start..<end]
    let numbers = parts.count(where: \.isNumber)
    guard numbers > 0 else { return nil }
    let isLong = numbers == parts.count && (numbers >= 3 || hasVersion(text, start..<end))
    return isLong || numbers < parts.count ? end : nil
  }

  private static func hasVersion(_ text: ScannedText, _ words: Range<Int>) -> Bool {
    words.contains { text.words[$0].isNumber && text.numeral($0).isVersion }
  }

  private static func isPart(_ text: ScannedText, _ index: Int) -> Bool {
    switch text.words[index].shape {
    case .number: true
    case .upper: true
    case .mixed: text.bytes[text.words[index].range].contains(where: \.isASCIIDigit)
    case .capitalized: text.words[index].range.count == 1
    case .lower: false
    }
  }

  /// Returns whether nothing but a hyphen, a slash or a point separates a word from the one before.
  private static func isJoined(_ text: ScannedText, _ index: Int) -> Bool {
    guard index > 0, [.hyphen, .slash, .period].contains(text.words[index].gap) else {
      return false
    }
    return text.words[index].range.lowerBound - text.words[index - 1].range.upperBound == 1
  }

  /// Returns the beginning and the end of groups of digits that spaces separate: after a plus sign,
  /// after a bracket, or after letters with a number.
  private static func phoneEnd(_ text: ScannedText, _ start: Int) -> (begin: Int, end: Int)? {
    let word = text.words[start]
    let begin = word.range.lowerBound
    let mark = begin > 0 ? text.bytes[begin - 1] : 0
    let isOpened = word.isNumber && (mark == UInt8(ascii: "+") || mark == UInt8(ascii: "("))
    let isBracketed =
      mark == UInt8(ascii: "(") && word.range.upperBound < text.bytes.count
      && text.bytes[word.range.upperBound] == UInt8(ascii: ")")
      && text.bytes[begin] == UInt8(ascii: "0")
    let isAccount =
      word.shape == .mixed && word.range.count == 4
      && text.bytes[word.range].contains(where: \.isASCIIDigit)
    guard isOpened && (mark != UInt8(ascii: "(") || isBracketed) || isAccount else { return nil }
    var end = start + 1
    while end < text.words.count, text.words[end].isNumber,
      end == start + 1 && isBracketed
        ? text.words[end].gap == .parenthesis
        : text.words[end].gap == .space || isJoined(text, end)
    {
      end += 1
    }
    let least = isBracketed ? 2 : 3
    return end - start >= least ? (isAccount ? begin : begin - 1, end) : nil
  }
}
