/// A number of one or more words: `12 million`, `dua puluh lima`, `half a million`, `1.5×10^9`.
struct Amount {
  var value: Double
  var isOrdinal = false
  /// A Boolean value that indicates whether it is a share of something: `three quarters`.
  var isFraction = false
  /// A Boolean value that indicates whether the value is only an order of magnitude: `hundreds of
  /// thousands`.
  var isVague = false
  /// The index after its last word.
  var next: Int
  /// The end in bytes, if it is beyond the last word.
  var end: Int?
}

extension QuantityRecognizer {
  /// Returns the amount that begins at a word, or nil if there is none.
  static func amount(_ text: ScannedText, at start: Int) -> Amount? {
    let word = text.words[start]
    if word.isNumber {
      let numeral = text.numeral(start)
      guard numeral.suffix != .other else { return nil }
      var amount = Amount(
        value: numeral.value, isOrdinal: numeral.suffix == .ordinal, next: start + 1)
      if !power(text, &amount) { scale(text, &amount) }
      mixed(text, &amount)
      return amount
    }
    if word.key == ordinalPrefix, start + 1 < text.words.count, text.words[start + 1].isNumber,
      text.words[start + 1].gap == .hyphen
    {
      return Amount(value: text.numeral(start + 1).value, isOrdinal: true, next: start + 2)
    }
    if let amount = ratio(text, at: start) ?? fraction(text, at: start) ?? vague(text, at: start) {
      return amount
    }
    if word.classes.contains(.ordinal), !word.classes.contains(.timeUnit) {
      return Amount(value: word.value, isOrdinal: true, next: start + 1)
    }
    guard var amount = words(text, at: start) else { return nil }
    mixed(text, &amount)
    return amount
  }

  /// Returns whether an amount may begin at a word. Nearly all words of a text are ruled out here.
  @inline(__always)
  static func mayBeginAmount(_ text: ScannedText, at start: Int) -> Bool {
    let word = text.words[start]
    switch word.shape {
    case .number, .upper, .mixed: return true
    case .lower, .capitalized: break
    }
    if !word.classes.isDisjoint(with: beginnings) { return true }
    // Looking a word up costs more than its length rules out.
    return word.range.count < 3
      ? articles.contains(word.key) || word.key == ordinalPrefix
      : 7...8 ~= word.range.count && several.contains(word.key)
  }

  private static let beginnings: WordClass = [
    .cardinal, .multiplier, .scale, .ordinal, .quantity, .vagueAmount,
  ]

  /// The prefix of `ke-20`.
  private static let ordinalPrefix = WordKey("ke")
  private static let one = [WordKey("one"), WordKey("satu")]
  private static let articles = [WordKey("a"), WordKey("an")]
  private static let several = ["several", "beberapa"].map { WordKey($0) }
  private static let partitives = [WordKey("of"), WordKey("dari")]

  private static func scale(_ text: ScannedText, _ amount: inout Amount) {
    while amount.next < text.words.count, text.word(amount.next, is: .scale),
      text.words[amount.next].gap == .space || text.words[amount.next].gap == .hyphen
    {
      // `5k` and `3 m`: an abbreviation of one letter belongs to the digits directly before it.
      let word = text.words[amount.next]
      guard
        word.range.count > 1
          || word.range.lowerBound == text.words[amount.next - 1].range.upperBound
      else { return }
      amount.value *= word.value
      amount.next += 1
    }
  }

  /// Adds a half that follows an amount: `2 and a half`, `dua setengah`.
  private static func mixed(_ text: ScannedText, _ amount: inout Amount) {
    guard !amount.isFraction, amount.value < 1000, isMixed(text, amount.next) else { return }
    amount.value += 0.5
    amount.next += text.words[amount.next].key == setengah ? 1 : 3
    scale(text, &amount)
  }

  /// Returns whether *and a half* or *setengah* is at a word.
  private static func isMixed(_ text: ScannedText, _ index: Int) -> Bool {
    guard index < text.words.count, text.words[index].gap == .space else { return false }
    if text.words[index].key == setengah { return true }
    return text.word(index, is: .conjunction) && index + 2 < text.words.count
      && articles.contains(text.words[index + 1].key) && text.words[index + 2].gap == .space
      && text.words[index + 2].key == half
  }

  private static let half = WordKey("half")
  private static let setengah = WordKey("setengah")

  /// Returns the fraction that begins at a word: `half a million`, `three quarters`, `a third of`,
  /// `dua pertiga`, `setengah juta`.
  private static func fraction(_ text: ScannedText, at start: Int) -> Amount? {
    var index = start
    var count = 1.0
    if text.word(index, is: .cardinal), text.words[index].value >= 1, text.words[index].value < 10 {
      count = text.words[index].value
      index += 1
      guard text.word(index, is: .fractionPart), isJoined(text, index) else { return nil }
    } else if articles.contains(text.words[index].key) {
      index += 1
      guard text.word(index, is: .quantity), isJoined(text, index) else { return nil }
    } else if !text.word(index, is: .quantity) {
      return nil
    }
    var amount = Amount(value: count * text.words[index].value, isFraction: true, next: index + 1)
    // `a quarter of a million`, `half a mile`, `three quarters of an hour`, `setengah tahun`
    var scaled = index + 1
    if scaled + 1 < text.words.count, text.words[scaled].key == partitives[0],
      articles.contains(text.words[scaled + 1].key)
    {
      scaled += 1
    }
    if scaled < text.words.count, articles.contains(text.words[scaled].key) { scaled += 1 }
    if text.word(scaled, is: .scale), isJoined(text, scaled) {
      amount = Amount(value: amount.value * text.words[scaled].value, next: scaled + 1)
      return amount
    }
    if text.word(scaled, is: [.timeUnit, .measure]), isJoined(text, scaled),
      text.words[scaled].range.count > 1
    {
      return Amount(value: amount.value, next: scaled)
    }
    if text.words[index].value >= 1 { return Amount(value: amount.value, next: amount.next) }
    // *Half* and *quarter* occur in many phrases. A share states of what it is, or the number of
    // parts.
    let isShare =
      amount.next < text.words.count
      && (partitives.contains(text.words[amount.next].key)
        || parts.contains(text.words[index].key) && text.words[amount.next].gap == .space
          && !text.isFunction(amount.next))
    return count > 1 || isShare ? amount : nil
  }

  /// Words for a share that what is shared follows directly: `separuh penduduk`.
  private static let parts = ["sepertiga", "seperempat", "separuh", "separo"].map { WordKey($0) }

  /// Returns the ratio that begins at a word: `one in five`, `satu dari sepuluh`.
  private static func ratio(_ text: ScannedText, at start: Int) -> Amount? {
    // `menjadi satu dari empat orang` is one of four.
    guard text.word(start, is: .cardinal), text.words[start].value >= 1,
      !text.word(start - 1, is: .copula), start == 0 || text.words[start - 1].key != menjadi,
      isJoined(text, start + 1), case let join = text.words[start + 1].key,
      join == (text.convention == .decimalPoint ? ratioIn : partitives[1]),
      isJoined(text, start + 2), text.word(start + 2, is: .cardinal),
      text.words[start + 2].value > text.words[start].value,
      !text.word(start + 3, is: [.timeUnit, .measure, .scale, .multiplier])
    else { return nil }
    return Amount(
      value: text.words[start].value / text.words[start + 2].value, isFraction: true,
      next: start + 3)
  }

  private static let menjadi = WordKey("menjadi")
  private static let ratioIn = WordKey("in")

  private static func isJoined(_ text: ScannedText, _ index: Int) -> Bool {
    index < text.words.count
      && (text.words[index].gap == .space || text.words[index].gap == .hyphen)
  }

  /// Returns the inexact amount that begins at a word: `ratusan ribu`, `jutaan`, `hundreds of
  /// thousands`.
  private static func vague(_ text: ScannedText, at start: Int) -> Amount? {
    if several.contains(text.words[start].key), isJoined(text, start + 1),
      text.word(start + 1, is: [.scale, .multiplier, .quantity]),
      text.words[start + 1].range.count > 2, text.words[start + 1].value > 1
    {
      // `several hundred`, `beberapa ribu`
      return Amount(value: text.words[start + 1].value, isVague: true, next: start + 2)
    }
    guard text.word(start, is: .vagueAmount) else { return nil }
    var amount = Amount(value: text.words[start].value, isVague: true, next: start + 1)
    while true {
      var next = amount.next
      if next < text.words.count, text.words[next].key == partitives[0] { next += 1 }
      guard isJoined(text, next), text.word(next, is: [.scale, .vagueAmount]) else { return amount }
      amount.value *= text.words[next].value
      amount.next = next + 1
    }
  }

  /// Multiplies an amount by the power of ten that follows it (`×10^9`, `× 10⁹`), and returns
  /// whether there is one.
  private static func power(_ text: ScannedText, _ amount: inout Amount) -> Bool {
    var next = amount.next
    // `2.5 x 10^6`
    let isLetter = next + 1 < text.words.count && text.words[next].key == times
    if isLetter { next += 1 }
    guard next < text.words.count, text.words[next].isNumber, text.numeral(next).isPlain,
      text.numeral(next).value == 10,
      isLetter
        || isTimes(
          text.bytes[text.words[next - 1].range.upperBound..<text.words[next].range.lowerBound])
    else { return false }
    let base = text.words[next].range.upperBound
    var exponent = 0
    if next + 1 < text.words.count, text.words[next + 1].isNumber, base < text.bytes.count,
      text.bytes[base] == UInt8(ascii: "^"),
      case let numeral = text.numeral(next + 1), numeral.isPlain, numeral.value < 100
    {
      exponent = Int(numeral.value)
      amount.next = next + 2
    } else if let (value, end) = superscript(text.bytes, at: base) {
      exponent = value
      amount.next = next + 1
      amount.end = end
    } else {
      return false
    }
    for _ in 0..<exponent { amount.value *= 10 }
    return true
  }

  static let times = WordKey("x")

  /// Returns whether a gap holds nothing but a sign of multiplication.
  private static func isTimes(_ gap: ArraySlice<UInt8>) -> Bool {
    let sign = gap.filter { $0 > 0x20 }
    return sign == [0xC3, 0x97] || sign == [0xC2, 0xB7] || sign == [UInt8(ascii: "*")]
  }

  /// Returns the number that superscript digits spell, and their end.
  private static func superscript(_ bytes: [UInt8], at start: Int) -> (Int, end: Int)? {
    var value = 0
    var position = start
    while position + 1 < bytes.count {
      if bytes[position] == 0xC2, let digit = [0xB9: 1, 0xB2: 2, 0xB3: 3][bytes[position + 1]] {
        value = value * 10 + digit
        position += 2
      } else if position + 2 < bytes.count, bytes[position] == 0xE2, bytes[position + 1] == 0x81,
        case let digit = Int(bytes[position + 2]) - 0xB0, 0...9 ~= digit
      {
        value = value * 10 + digit
        position += 3
      } else {
        break
      }
    }
    return position > start && value < 100 ? (value, position) : nil
  }

  /// Returns the number in words that begins at a word. *One* without a unit is not an amount
  /// because it is mostly a pronoun.
  private static func words(_ text: ScannedText, at start: Int) -> Amount? {
    var total = 0.0
    var part = 0.0
    // The part's last word that a multiplier may follow: *five* of *two hundred five*.
    var unit = 0.0
    var index = start
    if articles.contains(text.words[index].key), isJoined(text, index + 1),
      text.word(index + 1, is: [.scale, .multiplier]), text.words[index + 1].range.count > 2
    {
      part = 1
      unit = 1
      index += 1
    }
    while index < text.words.count {
      if index > start, isAddition(text, at: index) { index += 1 }
      let word = text.words[index]
      if index > start, word.gap != .space, word.gap != .hyphen { break }
      if word.classes.contains(.multiplier) {
        if word.value == 1 {
          part += 10
        } else {
          part += max(unit, 1) * word.value - unit
        }
        unit = 0
      } else if word.classes.contains(.cardinal), !word.isNumber {
        let rest = part.truncatingRemainder(dividingBy: 100)
        let ends =
          rest == 0
          ? word.value >= 100
          : rest < 20 || rest.truncatingRemainder(dividingBy: 10) > 0 || word.value >= 10
        if part > 0, ends { break }
        part += word.value
        unit = word.value
      } else if word.classes.contains(.quantity), word.value >= 1, part > 0 {
        // *two dozen*
        part *= word.value
        unit = 0
      } else if word.classes.contains(.scale), index > start || word.range.count > 2 {
        total += max(part, 1) * word.value
        part = 0
        unit = 0
      } else {
        break
      }
      index += 1
    }
    guard index > start else { return nil }
    if index == start + 1, one.contains(text.words[start].key),
      !text.word(index, is: [.timeUnit, .percent, .measure]), !isMixed(text, index)
    {
      return nil
    }
    return Amount(value: total + part, next: index)
  }

  /// Returns whether *and* joins a number below a hundred to the hundreds or thousands before it,
  /// and not two numbers, as in *between two hundred and three hundred*.
  private static func isAddition(_ text: ScannedText, at index: Int) -> Bool {
    let isTwoNumbers =
      text.word(index + 2, is: .multiplier)
      || text.word(index + 2, is: .scale) && text.word(index - 1, is: .scale)
    return !isTwoNumbers && index + 1 < text.words.count && text.words[index].key == and
      && isJoined(text, index) && isJoined(text, index + 1)
      && text.word(index - 1, is: [.multiplier, .scale])
      && text.word(index + 1, is: .cardinal) && !text.words[index + 1].isNumber
      && text.words[index + 1].value < 100
  }

  private static let and = WordKey("and")
}
