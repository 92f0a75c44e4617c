/// A number of one or more words: `12 million`, `dua puluh lima`, `two hundred thousand`.
struct Amount {
  var value: Double
  var isOrdinal: Bool
  /// The word after it.
  var next: Int
}

extension QuantityRecognizer {
  /// The amount that begins at a word.
  static func amount(_ text: ScannedText, at start: Int) -> Amount? {
    let word = text.words[start]
    if word.isNumber {
      let numeral = text.numeral(start)
      guard numeral.suffix != .other else { return nil }
      var amount = Amount(
        value: numeral.value, isOrdinal: numeral.suffix == .ordinal, next: start + 1)
      scale(text, &amount)
      return amount
    }
    if word.key == ordinalPrefix, start + 1 < text.words.count, text.words[start + 1].isNumber,
      text.words[start + 1].gap == .hyphen
    {
      return Amount(value: text.numeral(start + 1).value, isOrdinal: true, next: start + 2)
    }
    if word.classes.contains(.ordinal), !word.classes.contains(.timeUnit) {
      return Amount(value: word.value, isOrdinal: true, next: start + 1)
    }
    return words(text, at: start)
  }

  /// `ke-20`.
  private static let ordinalPrefix = WordKey("ke")
  private static let one = [WordKey("one"), WordKey("satu")]

  private static func scale(_ text: ScannedText, _ amount: inout Amount) {
    while amount.next < text.words.count, text.word(amount.next, is: .scale),
      text.words[amount.next].gap == .space || text.words[amount.next].gap == .hyphen
    {
      amount.value *= text.words[amount.next].value
      amount.next += 1
    }
  }

  /// A number in words. *One* alone is no amount, it is mostly a pronoun.
  private static func words(_ text: ScannedText, at start: Int) -> Amount? {
    var total = 0.0
    var part = 0.0
    var index = start
    while index < text.words.count {
      let word = text.words[index]
      if index > start, word.gap != .space, word.gap != .hyphen { break }
      if word.classes.contains(.multiplier) {
        if word.value == 1 { part += 10 } else { part = max(part, 1) * word.value }
      } else if word.classes.contains(.cardinal), !word.isNumber {
        if index > start, part > 0, part < 20 || word.value >= 10 { break }
        part += word.value
      } else if word.classes.contains(.scale) {
        total += max(part, 1) * word.value
        part = 0
      } else {
        break
      }
      index += 1
    }
    guard index > start else { return nil }
    if index == start + 1, one.contains(text.words[start].key),
      !text.word(index, is: [.timeUnit, .percent, .measure])
    {
      return nil
    }
    return Amount(value: total + part, isOrdinal: false, next: index)
  }
}
