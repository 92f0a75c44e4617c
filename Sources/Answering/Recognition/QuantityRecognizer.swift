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
    var kind = Mention.Kind.number
    var begin = text.words[start].range.lowerBound
    if let symbol = text.currencySymbol(before: start) {
      kind = .money
      begin = symbol
      if text.word(start - 1, is: .currencySign), text.words[start - 1].range.upperBound == symbol {
        begin = text.words[start - 1].range.lowerBound
      }
    } else if start > 0, text.words[start].isNumber, text.word(start - 1, is: .currencySign),
      text.words[start - 1].isCapitalized,
      text.words[start].range.lowerBound - text.words[start - 1].range.upperBound <= 2
    {
      kind = .money
      begin = text.words[start - 1].range.lowerBound
    }
    var end = text.words[amount.next - 1].range.upperBound
    var hasUnit = false
    if !amount.isOrdinal, kind == .number {
      unit(text, &amount, &kind, &end, &hasUnit)
    }
    var mention = Mention(kind: kind, range: begin..<end, value: .quantity(amount.value))
    mention.isOrdinal = amount.isOrdinal
    mention.hasUnit = hasUnit
    return (mention, amount.next)
  }

  /// Takes the unit after an amount into the mention.
  private static func unit(
    _ text: ScannedText, _ amount: inout Amount, _ kind: inout Mention.Kind, _ end: inout Int,
    _ hasUnit: inout Bool
  ) {
    if let sign = text.percentSign(after: end) {
      kind = .percentage
      end = sign
      return
    }
    let next = amount.next
    guard next < text.words.count, text.words[next].gap == .space || text.words[next].gap == .hyphen
    else { return }
    if text.word(next, is: .percent) {
      kind = .percentage
    } else if text.word(next, is: .timeUnit) {
      kind = .duration
      amount.value *= text.words[next].value
    } else if text.word(next, is: .currencyName) {
      kind = .money
    } else if text.word(next, is: .measure) {
      hasUnit = true
    } else {
      return
    }
    end = text.exponentEnd(after: text.words[next].range.upperBound)
    amount.next = next + 1
    // `kilometer persegi`
    if hasUnit, text.word(next + 1, is: .unitSuffix), text.words[next + 1].gap == .space {
      end = text.words[next + 1].range.upperBound
      amount.next = next + 2
    }
    let after = next + 1
    if kind == .number, after + 1 < text.words.count, text.words[after].key == per,
      text.words[after].gap == .space
    {
      end = text.words[after + 1].range.upperBound
      amount.next = after + 2
    }
  }

  private static let per = WordKey("per")
}
