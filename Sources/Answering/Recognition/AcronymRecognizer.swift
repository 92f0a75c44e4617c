/// A short form and the words that it stands for.
struct AcronymPair: Equatable {
  var short: Range<Int>
  var expansion: Range<Int>
}

/// Finds `Long Name (LN)` and `LN (Long Name)`.
///
/// The expansion is the shortest run of words before the bracket whose initials spell the short
/// form (Schwartz & Hearst 2003, narrowed to initials), else the capitalised run before it, since
/// Indonesian short forms are made of syllables (`Komdigi`).
struct AcronymRecognizer {
  static func pairs(in text: ScannedText) -> [AcronymPair] {
    var found: [AcronymPair] = []
    for index in text.words.indices where opensBracket(text, at: index) {
      if isShortForm(text.words[index]), closesBracket(text, after: index) {
        if let expansion = expansion(text, before: index) {
          found.append(AcronymPair(short: text.words[index].range, expansion: expansion))
        }
      } else if index > 0, isShortForm(text.words[index - 1]),
        let expansion = bracketed(text, from: index)
      {
        found.append(AcronymPair(short: text.words[index - 1].range, expansion: expansion))
      }
    }
    return found
  }

  private static func opensBracket(_ text: ScannedText, at index: Int) -> Bool {
    let start = text.words[index].range.lowerBound
    return start > 0 && text.bytes[start - 1] == UInt8(ascii: "(")
  }

  private static func closesBracket(_ text: ScannedText, after index: Int) -> Bool {
    let end = text.words[index].range.upperBound
    return end < text.bytes.count && text.bytes[end] == UInt8(ascii: ")")
  }

  private static func isShortForm(_ word: Word) -> Bool {
    word.isCapitalized && 2...12 ~= word.range.count
  }

  /// The words before the bracket that spell the short form.
  private static func expansion(_ text: ScannedText, before index: Int) -> Range<Int>? {
    guard index > 0 else { return nil }
    let end = text.words[index - 1].range.upperBound
    if let start = spelled(text, by: text.words[index], before: index) {
      return text.words[start].range.lowerBound..<end
    }
    var start = index
    while start > 0 {
      let word = text.words[start - 1]
      let isInside =
        start == index || text.words[start].gap == .space || text.words[start].gap == .ampersand
      let isPart =
        word.isCapitalized || word.classes.contains(.particle)
        || word.classes.contains(.conjunction) || word.classes.contains(.placeCue)
      guard isInside, isPart, !word.isPossessive || start == index else { break }
      start -= 1
    }
    while start < index,
      !text.words[start].isCapitalized || text.words[start].classes.contains(.function)
    {
      start += 1
    }
    guard start < index, index - start > 1 || text.words[index].shape != .capitalized else {
      return nil
    }
    return text.words[start].range.lowerBound..<end
  }

  /// Where the words begin whose initials are the letters of `short`, small words skipped.
  private static func spelled(_ text: ScannedText, by short: Word, before index: Int) -> Int? {
    var letters = short.range.upperBound - 1
    // The s of a plural is no initial.
    if short.shape == .mixed, text.bytes[letters] == UInt8(ascii: "s") { letters -= 1 }
    var word = index - 1
    while word >= 0, index - word < 16 {
      let initial = text.bytes[text.words[word].range.lowerBound] | 0x20
      if initial == text.bytes[letters] | 0x20 {
        if letters == short.range.lowerBound { return word }
        letters -= 1
      } else if text.words[word].classes.isDisjoint(with: [.function, .particle, .conjunction]) {
        return nil
      }
      word -= 1
    }
    return nil
  }

  /// `LN (Long Name)`: the bracket's words up to its end or a comma.
  private static func bracketed(_ text: ScannedText, from index: Int) -> Range<Int>? {
    var end = index + 1
    while end < text.words.count,
      [.space, .hyphen, .ampersand, .quote].contains(text.words[end].gap), end - index < 14
    {
      end += 1
    }
    guard end - index >= 2 else { return nil }
    var position = text.words[end - 1].range.upperBound
    while position < text.bytes.count, text.bytes[position] == UInt8(ascii: "*") { position += 1 }
    guard position < text.bytes.count,
      text.bytes[position] == UInt8(ascii: ")") || text.bytes[position] == UInt8(ascii: ",")
        || text.bytes[position] == UInt8(ascii: ";")
    else { return nil }
    return text.words[index].range.lowerBound..<text.words[end - 1].range.upperBound
  }
}
