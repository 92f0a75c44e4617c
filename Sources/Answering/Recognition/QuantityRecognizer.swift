/// Finds numbers, money, percentages and durations, written in digits or words.
///
/// `12 million`, `12 juta`, `US$600 billion`, `Rp1,5 triliun`, `1 500,50 EUR`, `−12 °C`,
/// `3,7 persen`, `five years`, `dua puluh lima`, `20–25 dollars`, `fourth`, `ke-20`. Years and days
/// of a date are left to ``DateRecognizer``, times of day to ``ClockRecognizer``.
struct QuantityRecognizer {
  /// Returns the mentions in order.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - taken: The indices of words that belong to dates and times.
  /// - Complexity: O(*n* · *m*), where *n* is the number of words and *m* the number of mentions.
  static func mentions(in text: ScannedText, taken: Set<Int>) -> [Mention] {
    var found: [Mention] = []
    var index = 0
    while index < text.words.count {
      if !taken.contains(index), let (mention, next) = quantity(text, at: index) {
        if let last = found.last,
          let joined = range(last, mention, text) ?? compound(last, mention, text)
            ?? product(last, mention, text)
        {
          found[found.count - 1] = joined
        } else {
          found.append(mention)
        }
        index = max(next, index + 1)
      } else {
        index += 1
      }
    }
    return found
  }

  /// Returns the amount that begins at a word, and the index after it.
  private static func quantity(_ text: ScannedText, at start: Int) -> (Mention, Int)? {
    guard mayBeginAmount(text, at: start), !text.isFootnote(start) else { return nil }
    if let code = CodeRecognizer.code(text, at: start) { return code }
    guard var amount = amount(text, at: start) else { return nil }
    var mention = Mention(
      kind: .number, range: text.words[start].range, value: .quantity(amount.value))
    var begin = text.words[start].range.lowerBound
    if let symbol = text.currencySymbol(before: start) {
      mention.kind = .money
      mention.unit = text.currency(ofSymbolAt: symbol)
      begin = symbol
      // `US$`, `A$`
      if start > 0, text.words[start - 1].range.upperBound == symbol,
        text.words[start - 1].isCapitalized, text.words[start - 1].range.count <= 3
      {
        begin = text.words[start - 1].range.lowerBound
        mention.unit =
          text.word(start - 1, is: .currencySign) ? Int(text.words[start - 1].value) : 0
      }
      abbreviatedScale(text, &amount)
    } else if start > 0, text.words[start].isNumber, text.word(start - 1, is: .currencySign),
      text.words[start - 1].isCapitalized || text.words[start - 1].key == rupiah,
      text.words[start].range.lowerBound - text.words[start - 1].range.upperBound <= 2
    {
      mention.kind = .money
      mention.unit = Int(text.words[start - 1].value)
      begin = text.words[start - 1].range.lowerBound
      abbreviatedScale(text, &amount)
    }
    if let sign = text.minusSign(before: start, at: begin) {
      begin = sign
      amount.value = -amount.value
    }
    mention.isOrdinal = amount.isOrdinal
    mention.isReference =
      mention.kind == .number && text.isReference(start)
      || text.words[start].isNumber && text.numeral(start).isVersion
    var end = amount.end ?? text.words[amount.next - 1].range.upperBound
    if !amount.isOrdinal, !mention.isReference { unit(text, &amount, &mention, &end) }
    if amount.isFraction, mention.kind == .number { mention.kind = .percentage }
    mention.range = begin..<end
    mention.value = amount.isVague ? .text : .quantity(amount.value)
    return (mention, amount.next)
  }

  private static let rupiah = WordKey("rp")

  /// Multiplies an amount by the `m` of `£1.6m`.
  private static func abbreviatedScale(_ text: ScannedText, _ amount: inout Amount) {
    let next = amount.next
    guard next < text.words.count, text.words[next].range.count == 1,
      text.words[next].range.lowerBound == text.words[next - 1].range.upperBound
    else { return }
    switch text.bytes[text.words[next].range.lowerBound] | 0x20 {
    case UInt8(ascii: "m"): amount.value *= 1e6
    case UInt8(ascii: "b"): amount.value *= 1e9
    case UInt8(ascii: "t"): amount.value *= 1e12
    default: return
    }
    amount.next += 1
  }

  /// Adds the unit after an amount to the mention.
  private static func unit(
    _ text: ScannedText, _ amount: inout Amount, _ mention: inout Mention, _ end: inout Int
  ) {
    if mention.kind == .number {
      if let sign = text.percentSign(after: end) {
        mention.kind = .percentage
        end = sign
        return
      }
      if let (currency, sign) = text.currencySymbol(after: end) {
        mention.kind = .money
        mention.unit = currency
        end = sign
        return
      }
      if let (unit, sign) = text.degreeSign(after: end) {
        mention.hasUnit = true
        mention.unit = unit
        mention.dimension = .temperature
        end = sign
        while amount.next < text.words.count, text.words[amount.next].range.upperBound <= end {
          amount.next += 1
        }
        belowZero(text, &amount, &end)
        return
      }
    }
    let next = amount.next
    guard next < text.words.count, [.space, .hyphen, .slash].contains(text.words[next].gap)
    else { return }
    let word = text.words[next]
    var isUnit = true
    if mention.kind == .money {
      // The currency is known already; only a rate may follow.
      isUnit = false
    } else if word.classes.contains(.percent) {
      mention.kind = .percentage
    } else if word.key == per, next + 1 < text.words.count, text.words[next + 1].key == cent {
      mention.kind = .percentage
      amount.next = next + 2
      end = text.words[next + 1].range.upperBound
      return
    } else if word.classes.contains(.timeUnit), !amount.isFraction {
      mention.kind = .duration
      mention.dimension = .duration
      amount.value *= word.value
    } else if word.classes.contains(.currencyName)
      || word.classes.contains(.currencySign) && word.shape == .upper && word.range.count == 3
    {
      mention.kind = .money
      mention.unit = Int(word.value)
    } else if word.classes.contains(.measure) {
      mention.hasUnit = true
      mention.unit = Int(word.value)
    } else if word.key == per || word.gap == .slash {
      isUnit = false
    } else {
      return
    }
    if isUnit {
      end = text.exponentEnd(after: word.range.upperBound)
      if end > word.range.upperBound {
        mention.unit = power(mention.unit, isCubic: text.bytes[end - 1] == cubed)
      }
      amount.next = next + 1
    }
    // `hari kerja`
    if mention.kind == .duration, amount.next < text.words.count,
      text.words[amount.next].key == work, text.words[amount.next].gap == .space
    {
      end = text.words[amount.next].range.upperBound
      amount.next += 1
    }
    // `kilometer persegi`, `derajat Celsius`
    if mention.hasUnit, amount.next < text.words.count, text.words[amount.next].gap == .space {
      if text.word(amount.next, is: .unitSuffix) {
        mention.unit = power(mention.unit, isCubic: cubic.contains(text.words[amount.next].key))
        end = text.words[amount.next].range.upperBound
        amount.next += 1
      } else if mention.unit == degrees, text.word(amount.next, is: .measure),
        Dimension(ofUnit: Int(text.words[amount.next].value)) == .temperature
      {
        mention.unit = Int(text.words[amount.next].value)
        end = text.words[amount.next].range.upperBound
        amount.next += 1
      }
    }
    if mention.hasUnit { mention.dimension = Dimension(ofUnit: mention.unit) }
    if mention.dimension == .temperature { belowZero(text, &amount, &end) }
    if mention.kind != .duration { rate(text, &amount, &mention, &end) }
  }

  /// The letters of `km/h` and `m/s`, and the like.
  private static let hours = ["h", "s", "d", "j"].map { WordKey($0) }
  private static let degrees = 30

  /// Negates a temperature that *below zero* or *di bawah nol* follows.
  private static func belowZero(_ text: ScannedText, _ amount: inout Amount, _ end: inout Int) {
    let rest = text.words[min(amount.next, text.words.count)...].prefix(3)
    let count =
      zeroPhrases.first { phrase in rest.map(\.key).starts(with: phrase) }?.count ?? 0
    guard count > 0 else { return }
    amount.value = -amount.value
    amount.next += count
    end = text.words[amount.next - 1].range.upperBound
  }

  private static let zeroPhrases = [
    ["below", "zero"], ["below", "freezing"], ["di", "bawah", "nol"], ["di", "bawah", "0"],
  ].map { $0.map { WordKey($0) } }

  /// Adds `per minute` or `/kg` after an amount to the mention.
  private static func rate(
    _ text: ScannedText, _ amount: inout Amount, _ mention: inout Mention, _ end: inout Int
  ) {
    let next = amount.next
    guard next < text.words.count else { return }
    let word = text.words[next]
    let units: WordClass = [.timeUnit, .measure]
    var last = next
    if word.key == per, word.gap == .space, next + 1 < text.words.count {
      last = next + 1
    } else if word.gap != .slash
      || word.classes.isDisjoint(with: units) && !Self.hours.contains(word.key)
    {
      return
    }
    if mention.dimension == .length,
      text.word(last, is: .timeUnit) || Self.hours.contains(text.words[last].key)
    {
      mention.dimension = .speed
    }
    if mention.kind == .number { mention.unit = 0 }
    // `per meter kubik`
    if text.word(last + 1, is: .unitSuffix), text.words[last + 1].gap == .space { last += 1 }
    end = text.words[last].range.upperBound
    amount.next = last + 1
  }

  /// Returns the number of the square or cube of a unit.
  private static func power(_ unit: Int, isCubic: Bool) -> Int {
    unit == 0 || unit >= 1000 ? unit : unit + (isCubic ? 2000 : 1000)
  }

  private static let per = WordKey("per")
  private static let cent = WordKey("cent")
  private static let work = WordKey("kerja")
  private static let cubic = [WordKey("kubik"), WordKey("cubed")]
  /// The last byte of `³`.
  private static let cubed: UInt8 = 0xB3

  // MARK: Ranges

  /// Returns two amounts as one if they are the ends of a range (`20–25 dollars`, `12 to 15`,
  /// `between 12 and 15 kilometres`), or nil otherwise.
  private static func range(_ low: Mention, _ high: Mention, _ text: ScannedText) -> Mention? {
    guard case .quantity(let first) = low.value, case .quantity(let second) = high.value,
      !low.isOrdinal, !high.isOrdinal, !low.isReference, !high.isReference,
      low.kind == high.kind || low.kind == .number && !low.hasUnit
        || low.kind == .money && high.kind == .number && !high.hasUnit,
      !high.hasUnit || !low.hasUnit || low.unit == high.unit || low.unit == 0,
      high.range.lowerBound >= low.range.upperBound,
      high.range.lowerBound - low.range.upperBound <= 12
    else { return nil }
    let gap = text.bytes[low.range.upperBound..<high.range.lowerBound]
    let between = text.words.filter {
      $0.range.lowerBound >= low.range.upperBound && $0.range.upperBound <= high.range.lowerBound
    }
    let before = text.words.lastIndex { $0.range.upperBound <= low.range.lowerBound }
    let isCued = before.map { betweens.contains(text.words[$0].key) } ?? false
    if let word = between.first {
      guard between.count == 1 else { return nil }
      let isFrom = before.map { froms.contains(text.words[$0].key) } ?? false
      let isJoin = joins.contains(word.key) && !isFrom
      guard isJoin || isCued && word.classes.contains(.conjunction) else { return nil }
    } else {
      let marks = gap.filter { $0 > 0x20 }
      guard
        marks == [UInt8(ascii: "-")] || marks == [0xE2, 0x80, 0x93] || marks == [0xE2, 0x80, 0x94]
      else { return nil }
    }
    // Scores such as `3–1` are not ranges. `1–2 hours`: the first end is in the unit of the second.
    // `£2–3 million`: so are amounts of money, and the other way round their currency.
    let isScaled = low.kind == .number && !low.hasUnit && high.kind == .duration
    guard isScaled || first.magnitude < second.magnitude else { return nil }
    var mention = high
    if low.kind == .money { (mention.kind, mention.unit) = (low.kind, low.unit) }
    mention.range = low.range.lowerBound..<high.range.upperBound
    mention.value = .text
    return mention
  }

  // MARK: Amounts of several units

  /// Returns two amounts as one if the second is in a smaller unit of the same dimension: `2 hours
  /// 14 minutes`, `6 ft 4 in`.
  private static func compound(
    _ large: Mention, _ small: Mention, _ text: ScannedText
  ) -> Mention? {
    guard case .quantity(let first) = large.value, case .quantity(let second) = small.value,
      !large.dimension.isEmpty, large.range.upperBound + 1 == small.range.lowerBound,
      text.bytes[large.range.upperBound] == UInt8(ascii: " ")
    else { return nil }
    var mention = large
    if large.kind == .duration, small.kind == .duration, first > second {
      mention.value = .quantity(first + second)
      mention.range = large.range.lowerBound..<small.range.upperBound
      return mention
    }
    guard large.hasUnit, second < 1000 else { return nil }
    mention.value = .text
    if small.hasUnit, small.dimension == large.dimension, small.unit != large.unit, first < 1000,
      second >= 0
    {
      mention.range = large.range.lowerBound..<small.range.upperBound
      return mention
    }
    // The *in* of inches is also a preposition.
    guard large.unit == foot, small.kind == .number, !small.hasUnit, second < 12,
      let inches = text.words.first(where: { $0.range.lowerBound >= small.range.upperBound }),
      inches.key == inch, inches.gap == .space
    else { return nil }
    mention.range = large.range.lowerBound..<inches.range.upperBound
    return mention
  }

  private static let foot = 6
  private static let inch = WordKey("in")

  /// Returns two amounts as one if a sign of multiplication joins them: `120 x 80 cm`.
  private static func product(
    _ first: Mention, _ second: Mention, _ text: ScannedText
  ) -> Mention? {
    guard first.kind == .number, second.kind == .number, !first.isOrdinal, !second.isOrdinal,
      second.range.lowerBound > first.range.upperBound,
      second.range.lowerBound - first.range.upperBound <= 4,
      case let gap = text.bytes[first.range.upperBound..<second.range.lowerBound].filter({
        $0 > 0x20
      }), gap == [UInt8(ascii: "x")] || gap == [0xC3, 0x97]
    else { return nil }
    var mention = second
    mention.range = first.range.lowerBound..<second.range.upperBound
    mention.value = .text
    mention.isReference = false
    return mention
  }

  private static let joins = ["to", "hingga", "sampai", "s/d", "sd"].map { WordKey($0) }
  private static let betweens = ["between", "antara"].map { WordKey($0) }
  private static let froms = ["from", "dari"].map { WordKey($0) }
}
