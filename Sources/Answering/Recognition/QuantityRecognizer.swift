/// Finds numbers, money, percentages and durations, written in digits or words.
///
/// `12 million`, `12 juta`, `US$600 billion`, `Rp1,5 triliun`, `3,7 persen`, `five years`,
/// `dua puluh lima`, `fourth`, `ke-20`. Years and days of a date are left to ``DateRecognizer``.
struct QuantityRecognizer {
  /// The mentions in order; `taken` words belong to dates.
  static func mentions(in text: ScannedText, taken: Set<Int>) -> [Mention] {
    var found: [Mention] = []
    var index = 0
    while index < text.words.count {
      if !taken.contains(index), let (mention, next) = quantity(text, at: index) {
        found.append(mention)
        index = next
      } else {
        index += 1
      }
    }
    return found
  }

  /// The amount that begins at a word, and the word after it.
  private static func quantity(_ text: ScannedText, at start: Int) -> (Mention, Int)? {
    guard !text.isFootnote(start), var amount = amount(text, at: start) else { return nil }
    var mention = Mention(
      kind: .number, range: text.words[start].range, value: .quantity(amount.value))
    var begin = text.words[start].range.lowerBound
    if let symbol = text.currencySymbol(before: start) {
      mention.kind = .money
      mention.unit = text.currency(ofSymbolAt: symbol)
      begin = symbol
      if text.word(start - 1, is: .currencySign), text.words[start - 1].range.upperBound == symbol {
        begin = text.words[start - 1].range.lowerBound
        mention.unit = Int(text.words[start - 1].value)
      }
    } else if start > 0, text.words[start].isNumber, text.word(start - 1, is: .currencySign),
      text.words[start - 1].isCapitalized,
      text.words[start].range.lowerBound - text.words[start - 1].range.upperBound <= 2
    {
      mention.kind = .money
      mention.unit = Int(text.words[start - 1].value)
      begin = text.words[start - 1].range.lowerBound
    }
    mention.isOrdinal = amount.isOrdinal
    var end = text.words[amount.next - 1].range.upperBound
    if !amount.isOrdinal, mention.kind == .number { unit(text, &amount, &mention, &end) }
    mention.range = begin..<end
    mention.value = .quantity(amount.value)
    return (mention, amount.next)
  }

  /// Takes the unit after an amount into the mention.
  private static func unit(
    _ text: ScannedText, _ amount: inout Amount, _ mention: inout Mention, _ end: inout Int
  ) {
    if let sign = text.percentSign(after: end) {
      mention.kind = .percentage
      end = sign
      return
    }
    let next = amount.next
    guard next < text.words.count, text.words[next].gap == .space || text.words[next].gap == .hyphen
    else { return }
    if text.word(next, is: .percent) {
      mention.kind = .percentage
    } else if text.words[next].key == per, next + 1 < text.words.count,
      text.words[next + 1].key == cent
    {
      mention.kind = .percentage
      amount.next = next + 2
      end = text.words[next + 1].range.upperBound
      return
    } else if text.word(next, is: .timeUnit) {
      mention.kind = .duration
      amount.value *= text.words[next].value
    } else if text.word(next, is: .currencyName) {
      mention.kind = .money
      mention.unit = Int(text.words[next].value)
    } else if text.word(next, is: .measure) {
      mention.hasUnit = true
      mention.unit = Int(text.words[next].value)
    } else {
      return
    }
    let word = text.words[next].range.upperBound
    end = text.exponentEnd(after: word)
    if end > word { mention.unit = power(mention.unit, isCubic: text.bytes[end - 1] == cubed) }
    amount.next = next + 1
    // `kilometer persegi`
    if mention.hasUnit, text.word(next + 1, is: .unitSuffix), text.words[next + 1].gap == .space {
      end = text.words[next + 1].range.upperBound
      amount.next = next + 2
      mention.unit = power(mention.unit, isCubic: cubic.contains(text.words[next + 1].key))
    }
    let after = next + 1
    if mention.kind == .number, after + 1 < text.words.count, text.words[after].key == per,
      text.words[after].gap == .space
    {
      end = text.words[after + 1].range.upperBound
      amount.next = after + 2
      mention.unit = 0
    }
  }

  /// The square or the cube of a unit.
  private static func power(_ unit: Int, isCubic: Bool) -> Int {
    unit == 0 ? 0 : unit + (isCubic ? 2000 : 1000)
  }

  private static let per = WordKey("per")
  private static let cent = WordKey("cent")
  private static let cubic = [WordKey("kubik"), WordKey("cubed")]
  /// The last byte of `³`.
  private static let cubed: UInt8 = 0xB3
}

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
