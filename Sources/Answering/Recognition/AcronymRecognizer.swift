import TextAnalysis

/// Finds short forms with their expansions in a sentence: `Long Name (LN)` and `LN (Long Name)`.
struct AcronymRecognizer {
  static func pairs(in text: ScannedText) -> [ShortFormMatch] {
    guard let first = text.words.first, let last = text.words.last else { return [] }
    let start = first.range.lowerBound
    // A closing bracket belongs to the word before it.
    let end = min(text.bytes.count, last.range.upperBound + 1)
    var found: [ShortFormMatch] = []
    ShortFormScanner.forEach(in: text.bytes.span.extracting(start..<end), takingNames: true) {
      match in
      found.append(
        whole(
          ShortFormMatch(
            short: match.short.lowerBound + start..<match.short.upperBound + start,
            expansion: match.expansion.lowerBound + start..<match.expansion.upperBound + start,
            isSpelled: match.isSpelled), in: text))
    }
    return found + told(in: text)
  }

  /// Returns the short forms that a verb explains: `KTT berarti Kelompok Tani Tirta`, `NVK stands for
  /// Norsk Vindkraft`.
  private static func told(in text: ScannedText) -> [ShortFormMatch] {
    text.words.indices.compactMap { index in
      let word = text.words[index]
      guard word.shape == .upper, 2...8 ~= word.range.count else { return nil }
      let rest = text.words[(index + 1)...].prefix(3).map(\.key)
      guard let verb = verbs.first(where: { rest.starts(with: $0) }) else { return nil }
      let start = index + 1 + verb.count
      var end = start
      while end < text.words.count, text.words[end].gap == .space || end == start,
        text.words[end].isCapitalized
          || end > start && text.word(end, is: [.particle, .conjunction])
      {
        end += 1
      }
      while end > start, !text.words[end - 1].isCapitalized { end -= 1 }
      guard end - start > 1 else { return nil }
      return ShortFormMatch(
        short: word.range,
        expansion: text.words[start].range.lowerBound..<text.words[end - 1].range.upperBound,
        isSpelled: true)
    }
  }

  private static let verbs = [
    ["berarti"], ["adalah", "singkatan", "dari"], ["singkatan", "dari"],
    ["merupakan", "singkatan", "dari"],
    ["kepanjangan", "dari"], ["stands", "for"], ["stood", "for"], ["is", "short", "for"], ["means"],
  ].map { $0.map { WordKey($0) } }

  /// Returns the match with the capitalized words in front of its expansion. The syllables of a
  /// short form such as `Komdigi` omit the kind of body.
  private static func whole(_ match: ShortFormMatch, in text: ScannedText) -> ShortFormMatch {
    guard
      let short = text.words.first(where: { $0.range.lowerBound == match.short.lowerBound }),
      var start = text.words.firstIndex(where: {
        $0.range.lowerBound == match.expansion.lowerBound
      }), short.shape == .capitalized, match.expansion.lowerBound < match.short.lowerBound
    else { return match }
    while start > 0, text.words[start].gap == .space, text.words[start - 1].isCapitalized,
      !text.words[start - 1].isPossessive,
      text.words[start - 1].classes.isDisjoint(with: .function)
    {
      start -= 1
    }
    var match = match
    match.expansion = text.words[start].range.lowerBound..<match.expansion.upperBound
    return match
  }
}
