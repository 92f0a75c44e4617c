/// Finds dates: `12/31/2025`, `2025-12-31`, `17 Desember 2025`, `Dec 17, 2025`, `Rabu
/// (17/12/2025)`, `in 2020`, `the 1990s`, `abad ke-20`, `10th century`, weekdays.
struct DateRecognizer {
  /// The mentions in order, and the words they are made of.
  static func mentions(in text: ScannedText) -> (mentions: [Mention], words: Set<Int>) {
    var found: [Mention] = []
    var taken: Set<Int> = []
    var index = 0
    while index < text.words.count {
      guard let (date, words) = date(text, at: index) else {
        index += 1
        continue
      }
      let range =
        text.words[words.lowerBound].range
        .lowerBound..<text.words[words.upperBound - 1].range
        .upperBound
      append(Mention(kind: .date, range: range, value: .date(date)), to: &found, text)
      taken.formUnion(words)
      index = words.upperBound
    }
    return (found, taken)
  }

  /// Adds a date, joined to the weekday just before it.
  private static func append(_ mention: Mention, to found: inout [Mention], _ text: ScannedText) {
    if let last = found.last, case .date(let earlier) = last.value,
      mention.range.lowerBound - last.range.upperBound <= 3,
      case .date(let later) = mention.value
    {
      let between = text.bytes[last.range.upperBound..<mention.range.lowerBound]
      let isWeekday = earlier == PartialDate()
      if isWeekday, !between.contains(UInt8(ascii: ";")) {
        var joined = mention
        joined.value = .date(later)
        joined.range = last.range.lowerBound..<closing(mention.range.upperBound, between, text)
        found[found.count - 1] = joined
        return
      }
    }
    found.append(mention)
  }

  /// The end including the bracket of `Rabu (17/12/2025)`.
  private static func closing(_ end: Int, _ between: ArraySlice<UInt8>, _ text: ScannedText) -> Int
  {
    between.contains(UInt8(ascii: "(")) && end < text.bytes.count
      && text.bytes[end] == UInt8(ascii: ")") ? end + 1 : end
  }

  private static func date(
    _ text: ScannedText, at index: Int
  ) -> (PartialDate, Range<Int>)? {
    let word = text.words[index]
    if word.isNumber {
      return numeric(text, at: index) ?? bracketed(text, at: index) ?? dayMonth(text, at: index)
        ?? century(text, at: index)
        ?? year(text, at: index)
    }
    if word.isCapitalized, word.classes.contains(.month) { return month(text, at: index) }
    if word.isCapitalized, word.classes.contains(.weekday), !text.word(index + 1, is: .weekday) {
      return (PartialDate(), index..<(index + 1))
    }
    return word.classes.contains(.century) || word.classes.contains(.ordinal)
      ? century(text, at: index) : nil
  }

  /// `17/12/2025`, `12/31/2025`, `2025-12-31`. Where both orders are possible, Indonesian and all
  /// other languages but English put the day first.
  private static func numeric(
    _ text: ScannedText, at index: Int
  ) -> (PartialDate, Range<Int>)? {
    guard index + 2 < text.words.count, text.words[index + 1].isNumber,
      text.words[index + 2].isNumber
    else { return nil }
    let mark = text.words[index + 1].gap
    guard mark == .slash || mark == .hyphen, text.words[index + 2].gap == mark else { return nil }
    let first = plain(text, index)
    let second = plain(text, index + 1)
    let third = leadingDigits(text, index + 2)
    guard let first, let second, let third else { return nil }
    var date: PartialDate
    if first > 31 {
      date = PartialDate(year: first, month: second, day: third)
    } else if first > 12 || (second <= 12 && text.convention == .decimalComma) {
      date = PartialDate(year: third, month: second, day: first)
    } else {
      date = PartialDate(year: third, month: first, day: second)
    }
    guard let month = date.month, let day = date.day, 1...12 ~= month, 1...31 ~= day else {
      return nil
    }
    if let year = date.year, year < 100 { date.year = year + (year < 50 ? 2000 : 1900) }
    return (date, index..<(index + 3))
  }

  /// The `(28/7)` after a weekday.
  private static func bracketed(_ text: ScannedText, at index: Int) -> (PartialDate, Range<Int>)? {
    guard text.word(index - 1, is: .weekday), index + 1 < text.words.count,
      text.words[index + 1].gap == .slash, let day = plain(text, index),
      let month = plain(text, index + 1), 1...31 ~= day, 1...12 ~= month
    else { return nil }
    return (PartialDate(month: month, day: day), index..<(index + 2))
  }

  /// `17 Desember 2025`, `17 Desember`, `31st of December, 2025`.
  private static func dayMonth(
    _ text: ScannedText, at index: Int
  ) -> (PartialDate, Range<Int>)? {
    guard let day = plain(text, index) ?? ordinal(text, index), 1...31 ~= day else { return nil }
    var next = index + 1
    if next < text.words.count, text.words[next].key == of { next += 1 }
    guard text.word(next, is: .month), text.words[next].isCapitalized,
      text.words[next].gap == .space || text.words[next].gap == .hyphen
    else { return nil }
    let month = Int(text.words[next].value)
    next += 1
    if let year = yearNumber(text, next) {
      return (PartialDate(year: year, month: month, day: day), index..<era(text, next + 1))
    }
    return (PartialDate(month: month, day: day), index..<next)
  }

  /// `December 31, 2025`, `Desember 2025`, `December`.
  private static func month(_ text: ScannedText, at index: Int) -> (PartialDate, Range<Int>)? {
    let month = Int(text.words[index].value)
    let next = index + 1
    if let day = next < text.words.count && text.words[next].isNumber
      ? plain(text, next) ?? ordinal(text, next) : nil, 1...31 ~= day,
      text.words[next].gap == .space
    {
      if let year = yearNumber(text, next + 1) {
        return (PartialDate(year: year, month: month, day: day), index..<(next + 2))
      }
      return (PartialDate(month: month, day: day), index..<(next + 1))
    }
    if let year = yearNumber(text, next) {
      return (PartialDate(year: year, month: month), index..<(next + 1))
    }
    // *May* and *March* begin sentences as other words.
    guard !text.words[index].isInitial else { return nil }
    return (PartialDate(month: month), index..<next)
  }

  /// `10th century`, `tenth century`, `abad ke-20`, `abad 20`.
  private static func century(_ text: ScannedText, at index: Int) -> (PartialDate, Range<Int>)? {
    if text.word(index, is: .century) {
      guard index + 1 < text.words.count,
        let amount = QuantityRecognizer.amount(text, at: index + 1), 1...30 ~= amount.value
      else { return nil }
      return (PartialDate(century: Int(amount.value)), index..<era(text, amount.next))
    }
    guard let amount = QuantityRecognizer.amount(text, at: index), amount.isOrdinal,
      1...30 ~= amount.value
    else { return nil }
    var next = amount.next
    // `10th and 11th centuries`
    if text.word(next, is: .conjunction), next + 1 < text.words.count,
      let second = QuantityRecognizer.amount(text, at: next + 1), second.isOrdinal
    {
      next = second.next
    }
    guard text.word(next, is: .century) else { return nil }
    return (PartialDate(century: Int(amount.value)), index..<era(text, next + 1))
  }

  /// `2020`, `1990s`, `500 BC`: four digits from 1000 to 2100, or any year with an era.
  private static func year(_ text: ScannedText, at index: Int) -> (PartialDate, Range<Int>)? {
    let numeral = text.numeral(index)
    guard !text.isFootnote(index), numeral.isPlain,
      numeral.suffix == .none || numeral.suffix == .decade
    else { return nil }
    let hasEra = text.word(index + 1, is: .era) && text.words[index + 1].isCapitalized
    let isYear = numeral.digitCount == 4 && 1000...2100 ~= numeral.value
    let isCued =
      text.word(index - 1, is: .yearCue) && text.words[index].gap == .space
      && 3...4 ~= numeral.digitCount
    guard isYear || hasEra || (isCued && numeral.value >= 100 && numeral.value <= 2100) else {
      return nil
    }
    let next = index + 1
    if !hasEra, next < text.words.count, text.words[next].gap == .space,
      text.word(next, is: [.measure, .scale, .currencyName, .percent])
        || text.word(next, is: .timeUnit) && !text.word(index - 1, is: .yearCue)
    {
      return nil
    }
    guard text.currencySymbol(before: index) == nil,
      text.percentSign(after: text.words[index].range.upperBound) == nil
    else { return nil }
    return (
      PartialDate(year: Int(numeral.value)), index..<(hasEra ? index + 2 : decade(text, next))
    )
  }

  /// The index after the `an` of `1990-an`.
  private static func decade(_ text: ScannedText, _ next: Int) -> Int {
    next < text.words.count && text.words[next].gap == .hyphen && text.words[next].key == suffixAn
      ? next + 1 : next
  }

  private static func era(_ text: ScannedText, _ next: Int) -> Int {
    text.word(next, is: .era) && text.words[next].isCapitalized ? next + 1 : next
  }

  private static let of = WordKey("of")
  private static let suffixAn = WordKey("an")

  private static func yearNumber(_ text: ScannedText, _ index: Int) -> Int? {
    guard index < text.words.count, text.words[index].isNumber,
      text.words[index].gap == .space || text.words[index].gap == .comma
        || text.words[index].gap == .hyphen,
      let value = plain(text, index), 100...2100 ~= value
    else { return nil }
    return value
  }

  private static func plain(_ text: ScannedText, _ index: Int) -> Int? {
    let numeral = text.numeral(index)
    return numeral.isPlain && numeral.suffix == .none && numeral.digitCount <= 4
      ? Int(numeral.value) : nil
  }

  /// The day of `2025-08-18T18:39`.
  private static func leadingDigits(_ text: ScannedText, _ index: Int) -> Int? {
    let numeral = text.numeral(index)
    return numeral.isPlain && numeral.digitCount <= 4 ? Int(numeral.value) : nil
  }

  private static func ordinal(_ text: ScannedText, _ index: Int) -> Int? {
    let numeral = text.numeral(index)
    return numeral.suffix == .ordinal && numeral.digitCount <= 2 ? Int(numeral.value) : nil
  }
}
