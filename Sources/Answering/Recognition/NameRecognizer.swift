/// Finds names: runs of capitalized words with the particles and conjunctions between them.
///
/// The first word of a sentence counts unless it is a function word; alone, it is a weak name.
/// Months, weekdays and amounts are not names.
struct NameRecognizer {
  static func mentions(in text: ScannedText) -> [Mention] {
    var found: [Mention] = []
    var index = 0
    while index < text.words.count {
      guard begins(text, at: index) else {
        index += 1
        continue
      }
      let end = self.end(of: text, from: index)
      let range =
        text.words[index].range.lowerBound..<text.words[end - 1].range.upperBound
      var mention = Mention(kind: .name, range: range, value: .text)
      mention.isWeak =
        end == index + 1 && text.words[index].isInitial && text.words[index].shape == .capitalized
      found.append(mention)
      index = end
    }
    return found
  }

  private static func begins(_ text: ScannedText, at index: Int) -> Bool {
    let word = text.words[index]
    guard word.isCapitalized, !text.isLabel(index) else { return false }
    if word.range.count == 1, !text.isInitialLetter(index) { return false }
    if text.isFunction(index), word.range.count > 1, word.isInitial || word.range.count < 3 {
      return false
    }
    // `Rp2.3 trillion`
    if word.classes.contains(.currencySign), index + 1 < text.words.count,
      text.words[index + 1].isNumber
    {
      return false
    }
    return word.classes.isDisjoint(with: [.month, .weekday])
      || index + 1 < text.words.count && text.words[index + 1].isCapitalized
        && text.words[index + 1].gap == .space
        && text.words[index + 1].classes.isDisjoint(with: [.month, .weekday])
  }

  /// Returns the index of the word after the name that begins at `start`.
  private static func end(of text: ScannedText, from start: Int) -> Int {
    var end = start + 1
    while end < text.words.count {
      if continues(text, at: end) {
        end += 1
        continue
      }
      // Up to three small words may appear inside: `of the`, `in`, `van der`, `and`.
      var next = end
      while next < text.words.count, next - end < 3, joins(text, at: next) { next += 1 }
      guard next > end, next < text.words.count, continues(text, at: next) else { break }
      end = next + 1
    }
    return end
  }

  private static func joins(_ text: ScannedText, at index: Int) -> Bool {
    let word = text.words[index]
    // `Dr. h.c. Eva`
    if word.classes.contains(.abbreviation), [.space, .period].contains(word.gap),
      text.word(index - 1, is: .abbreviation)
    {
      return true
    }
    guard word.gap == .space, !text.words[index - 1].isPossessive else { return false }
    return !word.isCapitalized
      && (word.classes.contains(.particle) || word.classes.contains(.conjunction)
        || word.key == the && text.word(index - 1, is: .particle))
  }

  private static let the = WordKey("the")

  private static func continues(_ text: ScannedText, at index: Int) -> Bool {
    let word = text.words[index]
    let previous = text.words[index - 1]
    switch word.gap {
    case .space, .ampersand, .hyphen:
      guard !text.beginsField(index) else { return false }
    case .period:
      let isInitial =
        previous.isCapitalized
        && (previous.range.count == 1
          || previous.range.count <= 5 && text.bytes[previous.range].contains(UInt8(ascii: ".")))
      guard isInitial || previous.classes.contains(.abbreviation) else { return false }
    default: return false
    }
    if word.isNumber { return text.words[index - 1].isCapitalized && word.range.count <= 4 }
    return word.isCapitalized && word.classes.isDisjoint(with: [.month, .weekday])
  }
}
