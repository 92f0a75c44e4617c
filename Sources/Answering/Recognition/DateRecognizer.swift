/// Finds dates: `12/31/2025`, `2025-12-31`, `17 Desember 2025`, `Dec 17, 2025`, `Rabu
/// (17/12/2025)`, `in 2020`, `the 1990s`, `abad ke-20`, `10th century`, weekdays.
struct DateRecognizer {
  /// Returns the mentions in order, and the indices of their words.
  ///
  /// - Complexity: O(*n*), where *n* is the number of words.
  static func mentions(in text: ScannedText) -> (mentions: [Mention], words: Set<Int>) {
    var found: [Mention] = []
    var taken: Set<Int> = []
    guard text.hasNumber(or: beginnings) else { return (found, taken) }
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

  /// The classes of the words other than numbers with which a date begins.
  private static let beginnings: WordClass = [.month, .timeOfYear, .weekday, .century, .ordinal]

  /// Adds a date, and joins it to a weekday just before it.
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

  /// Returns the end including the bracket of `Rabu (17/12/2025)`.
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
      return dotted(text, at: index) ?? numeric(text, at: index) ?? bracketed(text, at: index)
        ?? dayMonth(text, at: index)
        ?? century(text, at: index)
        ?? year(text, at: index)
    }
    if word.isCapitalized, word.classes.contains(.month) { return month(text, at: index) }
    if word.classes.contains(.timeOfYear), let date = partOfYear(text, at: index) { return date }
    if let date = quarter(text, at: index) { return date }
    if word.classes.contains(.weekday), word.isCapitalized || word.range.count >= 7,
      !text.word(index + 1, is: .weekday) || text.words[index + 1].gap != .space
    {
      return (PartialDate(), index..<(index + 1))
    }
    return word.classes.contains(.century) || word.classes.contains(.ordinal)
      ? century(text, at: index) : nil
  }

  /// Returns a date in numbers: `17/12/2025`, `12/31/2025`, `2025-12-31`. If both orders are
  /// possible, the day comes first in Indonesian and all other languages except English.
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
    if let year = date.year { date.year = full(year) }
    return (date, index..<(index + 3))
  }

  /// Returns a date such as `24.12.2019`, which is one word.
  private static func dotted(_ text: ScannedText, at index: Int) -> (PartialDate, Range<Int>)? {
    let digits = text.bytes[text.words[index].range]
    guard digits.count(where: { $0 == UInt8(ascii: ".") }) == 2 else { return nil }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard 1...2 ~= parts[0].count, 1...2 ~= parts[1].count,
      parts[2].count == 4 || parts[2].count == 2 && parts[0].count + parts[1].count >= 3,
      parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }), !text.isReference(index)
    else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 &- 0x30) } }
    guard 1...31 ~= numbers[0], 1...12 ~= numbers[1] else { return nil }
    return (
      PartialDate(year: full(numbers[2]), month: numbers[1], day: numbers[0]), index..<(index + 1)
    )
  }

  /// Returns the year that two digits represent, from 1950 to 2049.
  private static func full(_ year: Int) -> Int {
    year >= 100 ? year : year + (year < 50 ? 2000 : 1900)
  }

  /// Returns the year of a part of it: `summer of 1969`, `awal 2020`, `akhir tahun 2019`.
  private static func partOfYear(_ text: ScannedText, at index: Int) -> (PartialDate, Range<Int>)? {
    var next = index + 1
    if next < text.words.count, text.words[next].key == of || text.words[next].key == tahun {
      next += 1
    }
    guard next < text.words.count, text.words[next].isNumber,
      [.space, .hyphen].contains(text.words[next].gap), let (date, words) = year(text, at: next)
    else { return nil }
    return (date, index..<words.upperBound)
  }

  /// Returns the year of a quarter or half of it: `third quarter of 2027`, `kuartal ketiga 2027`.
  private static func quarter(_ text: ScannedText, at index: Int) -> (PartialDate, Range<Int>)? {
    let isFirst = parts.contains(text.words[index].key)
    guard isFirst || text.word(index, is: .ordinal) else { return nil }
    let part = isFirst ? index : index + 1
    let rank = isFirst ? index + 1 : index
    guard part < text.words.count, rank < text.words.count, parts.contains(text.words[part].key),
      text.word(rank, is: .ordinal) || text.words[rank].isNumber
        || isFirst && text.words[rank].shape == .upper,
      let (date, words) = partOfYear(text, at: max(part, rank))
    else { return nil }
    return (date, index..<words.upperBound)
  }

  private static let parts = ["quarter", "half", "kuartal", "triwulan", "semester", "caturwulan"]
    .map { WordKey($0) }
  private static let tahun = WordKey("tahun")

  /// Returns the date `(28/7)` after a weekday.
  private static func bracketed(_ text: ScannedText, at index: Int) -> (PartialDate, Range<Int>)? {
    guard text.word(index - 1, is: .weekday), index + 1 < text.words.count,
      text.words[index + 1].gap == .slash, let day = plain(text, index),
      let month = plain(text, index + 1), 1...31 ~= day, 1...12 ~= month
    else { return nil }
    return (PartialDate(month: month, day: day), index..<(index + 2))
  }

  /// Returns a date that begins with the day: `17 Desember 2025`, `17 Desember`, `31st of December,
  /// 2025`.
  private static func dayMonth(
    _ text: ScannedText, at index: Int
  ) -> (PartialDate, Range<Int>)? {
    guard text.holds(.month), let day = plain(text, index) ?? ordinal(text, index), 1...31 ~= day
    else { return nil }
    var next = lastDay(text, after: index, day)
    if next < text.words.count, monthCues.contains(text.words[next].key) { next += 1 }
    guard text.word(next, is: .month), text.words[next].isCapitalized,
      [.space, .hyphen, .slash].contains(text.words[next].gap)
    else { return nil }
    let month = Int(text.words[next].value)
    next += 1
    let place = yearPlace(text, next)
    if let year = yearNumber(text, place) {
      return (PartialDate(year: year, month: month, day: day), index..<era(text, place + 1))
    }
    return (PartialDate(month: month, day: day), index..<next)
  }

  /// Returns the index after the last of several days of a month: `3–7 May`, `14/15 April`, `3 s.d.
  /// 14 Juni`, `1 s/d 5 April`, `3 to 7 May`.
  private static func lastDay(_ text: ScannedText, after index: Int, _ first: Int) -> Int {
    var next = index + 1
    var isJoined = false
    let joins = text.words[min(next, text.words.count)...].prefix(2).map(\.key)
    if let phrase = dayJoins.first(where: { joins.starts(with: $0) }) {
      next += phrase.count
      isJoined = true
    }
    guard next < text.words.count, text.words[next].isNumber,
      isJoined || [.hyphen, .slash].contains(text.words[next].gap),
      let last = plain(text, next) ?? ordinal(text, next), last > first, last <= 31
    else { return index + 1 }
    return next + 1
  }

  private static let dayJoins = [
    ["s.d"], ["sd"], ["s", "d"], ["to"], ["until"], ["hingga"], ["sampai"], ["dan"], ["and"],
  ].map { $0.map { WordKey($0) } }

  /// Returns a date that begins with the month: `December 31, 2025`, `Desember 2025`, `December`.
  private static func month(_ text: ScannedText, at index: Int) -> (PartialDate, Range<Int>)? {
    let month = Int(text.words[index].value)
    let next = index + 1
    if let day = next < text.words.count && text.words[next].isNumber
      ? plain(text, next) ?? ordinal(text, next) : nil, 1...31 ~= day,
      text.words[next].gap == .space || text.words[next].gap == .period
    {
      var end = next + 1
      // `May 3–7`
      if end < text.words.count, text.words[end].isNumber, text.words[end].gap == .hyphen,
        let last = plain(text, end) ?? ordinal(text, end), last > day, last <= 31
      {
        end += 1
      }
      if let year = yearNumber(text, end) {
        return (PartialDate(year: year, month: month, day: day), index..<(end + 1))
      }
      return (PartialDate(month: month, day: day), index..<end)
    }
    let place = yearPlace(text, next)
    if let year = yearNumber(text, place) {
      return (PartialDate(year: year, month: month), index..<(place + 1))
    }
    // *May* and *March* may begin a sentence as other words.
    guard !text.words[index].isInitial else { return nil }
    return (PartialDate(month: month), index..<next)
  }

  /// Returns the index of the year that may follow a month: after *tahun*, if that comes first.
  private static func yearPlace(_ text: ScannedText, _ index: Int) -> Int {
    let isYearWord =
      index < text.words.count && text.words[index].key == yearWord
      && text.words[index].gap == .space
    return isYearWord ? index + 1 : index
  }

  private static let yearWord = WordKey("tahun")
  /// The words between a day and its month: *the 3rd of May*, `27 bulan Mei`.
  private static let monthCues = [of, WordKey("bulan")]

  /// Returns a century: `10th century`, `tenth century`, `abad ke-20`, `abad 20`.
  private static func century(_ text: ScannedText, at index: Int) -> (PartialDate, Range<Int>)? {
    guard text.holds(.century) else { return nil }
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

  /// The number of digits of the greatest year with an era.
  private static let mostYearDigits = 9

  /// Returns a year: `2020`, `1990s`, `500 BC`. It has four digits from 1000 to 2100, an era, or a
  /// word such as *tahun* before it.
  private static func year(_ text: ScannedText, at index: Int) -> (PartialDate, Range<Int>)? {
    let numeral = text.numeral(index)
    guard !text.isFootnote(index), !text.isReference(index), numeral.isPlain,
      numeral.suffix == .none || numeral.suffix == .decade,
      numeral.digitCount <= mostYearDigits
    else { return nil }
    let hasEra =
      text.word(index + 1, is: .era) && text.words[index + 1].isCapitalized
      || numeral.digitCount == 4 && index + 1 < text.words.count
        && text.words[index + 1].key == hijri && text.words[index + 1].isCapitalized
        && text.words[index + 1].gap == .space
    let isYear = numeral.digitCount == 4 && 1000...2100 ~= numeral.value
    let isCued =
      text.word(index - 1, is: .yearCue) && text.words[index].gap == .space
      && (numeral.digitCount == 4
        || numeral.digitCount == 3 && !ends.contains(text.words[index - 1].key))
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

  /// The *H* of the Islamic calendar's years.
  private static let hijri = WordKey("h")

  /// Returns the index after the `an` of `1990-an`.
  private static func decade(_ text: ScannedText, _ next: Int) -> Int {
    next < text.words.count && text.words[next].gap == .hyphen && text.words[next].key == suffixAn
      ? next + 1 : next
  }

  private static func era(_ text: ScannedText, _ next: Int) -> Int {
    text.word(next, is: .era) && text.words[next].isCapitalized ? next + 1 : next
  }

  /// Words before an end, which may be that of a range of amounts: `300 hingga 400 orang`.
  private static let ends = ["until", "hingga", "sampai", "by"].map { WordKey($0) }
  private static let of = WordKey("of")
  private static let suffixAn = WordKey("an")

  private static func yearNumber(_ text: ScannedText, _ index: Int) -> Int? {
    guard index > 0, index < text.words.count, text.words[index].isNumber,
      let value = plain(text, index)
    else { return nil }
    switch text.words[index].gap {
    case .space, .comma, .hyphen, .slash: return 100...2100 ~= value ? value : nil
    // `5 Sept. 1998`
    case .period:
      let isAbbreviated =
        text.words[index - 1].range.count <= 4 && !shortMonths.contains(text.words[index - 1].key)
      return isAbbreviated && 1000...2100 ~= value ? value : nil
    // `11 Nov '18`
    case .quote:
      let start = text.words[index].range.lowerBound
      let isApostrophe = [UInt8(ascii: "'"), 0x98, 0x99].contains(text.bytes[start - 1])
      return isApostrophe && text.words[index].range.count == 2 ? full(value) : nil
    default: return nil
    }
  }

  /// The months whose full names are no longer than abbreviations.
  private static let shortMonths = ["may", "mei", "june", "juni", "july", "juli"].map {
    WordKey($0)
  }

  private static func plain(_ text: ScannedText, _ index: Int) -> Int? {
    let numeral = text.numeral(index)
    return numeral.isPlain && numeral.suffix == .none && numeral.digitCount <= 4
      ? Int(numeral.value) : nil
  }

  /// Returns the day of `2025-08-18T18:39`.
  private static func leadingDigits(_ text: ScannedText, _ index: Int) -> Int? {
    let numeral = text.numeral(index)
    return numeral.isPlain && numeral.digitCount <= 4 ? Int(numeral.value) : nil
  }

  private static func ordinal(_ text: ScannedText, _ index: Int) -> Int? {
    let numeral = text.numeral(index)
    return numeral.suffix == .ordinal && numeral.digitCount <= 2 ? Int(numeral.value) : nil
  }
}
