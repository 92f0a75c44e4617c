import Model
import TextAnalysis

/// Finds the dates or amounts of a sentence.
struct FactFinder {
  let kind: FactKind
  /// The least number in words that counts as a fact without a unit. Smaller ones are rarely a
  /// fact: *two of them*.
  private static let leastInWords = 10.0

  /// Returns one fact for each group of which the sentence has values.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - sentence: The range of the sentence.
  ///   - language: The language of the text.
  ///   - citation: The index of the citation of the facts.
  func facts(
    in bytes: [UInt8], sentence: Range<Int>, language: Language, citation: Int
  ) -> [Fact] {
    let text = ScannedText(bytes, range: sentence, language: language)
    let dates = DateRecognizer.mentions(in: text)
    let mentions =
      kind == .dates ? dates.mentions : QuantityRecognizer.mentions(in: text, taken: dates.words)
    var facts: [Fact] = []
    for mention in mentions {
      guard let (group, value) = Self.value(of: mention, in: text) else { continue }
      let unit = Self.unitNumber(of: mention)
      let start = mention.range.lowerBound - sentence.lowerBound
      let place = start..<(start + mention.range.count)
      if let known = facts.firstIndex(where: { $0.isLike(group, unit: unit) }) {
        facts[known].value = min(facts[known].value, value)
        facts[known].mentions.append(place)
      } else {
        var fact = Fact(group: group, value: value, mentions: [place], citation: citation)
        fact.unit = unit
        facts.append(fact)
      }
    }
    // In `from 3 March to 5 June 2020`, the year belongs to both dates.
    if facts.contains(where: { $0.group == .date }) { facts.removeAll { $0.group == .dayOfYear } }
    return facts
  }

  private static func value(
    of mention: Mention, in text: ScannedText
  ) -> (Fact.Group, Double)? {
    switch mention.value {
    case .text: return nil
    case .date(let date): return value(of: date, isBeforeChrist: isBeforeChrist(mention, text))
    case .quantity(let amount):
      guard !mention.isOrdinal else { return nil }
      switch mention.kind {
      case .money: return (.money(unit(of: mention, in: text)), amount)
      case .percentage: return (.percentage, amount)
      case .duration: return (.duration, amount)
      default:
        if mention.hasUnit { return (.measure(unit(of: mention, in: text).lowercased()), amount) }
        if isTimeOfDay(mention, in: text) || isPlaceInOrder(mention, in: text) { return nil }
        let hasDigits = text.bytes[mention.range].contains(where: \.isASCIIDigit)
        return hasDigits || amount >= leastInWords ? (.number, amount) : nil
      }
    }
  }

  /// Returns the number of the unit. Currencies are negative because their numbers overlap those of
  /// measures.
  private static func unitNumber(of mention: Mention) -> Int {
    mention.kind == .money ? -mention.unit : mention.hasUnit ? mention.unit : 0
  }

  private static let clockCues = [WordKey("pukul"), WordKey("jam")]
  private static let clockSuffixes = [
    "am", "pm", "a.m", "p.m", "a.m.", "p.m.", "wib", "wita", "wit",
  ].map {
    WordKey($0)
  }

  /// Returns whether a number is a time of day: `pukul 08.46`, `8:46`, `10.30 p.m.`, `19.00 WIB`.
  private static func isTimeOfDay(_ mention: Mention, in text: ScannedText) -> Bool {
    let (before, behind) = neighbours(of: mention, in: text)
    if let before, clockCues.contains(text.words[before].key) { return true }
    if let behind, clockSuffixes.contains(text.words[behind].key) { return true }
    let (start, end) = (mention.range.lowerBound, mention.range.upperBound)
    let colon = UInt8(ascii: ":")
    return start > 1 && text.bytes[start - 1] == colon && text.bytes[start - 2].isASCIIDigit
      || end + 1 < text.bytes.count && text.bytes[end] == colon && text.bytes[end + 1].isASCIIDigit
  }

  /// Returns whether a number is a place in an order, as in `kota ke 37`, but not in `dari 20 ke
  /// 37` or `ke 37 kota`.
  private static func isPlaceInOrder(_ mention: Mention, in text: ScannedText) -> Bool {
    let (before, behind) = neighbours(of: mention, in: text)
    guard let before, text.words[before].key == ke else { return false }
    let isFrom = text.words[..<before].suffix(3).contains { $0.key == dari }
    let isCount = behind.map { !text.words[$0].classes.contains(.function) } ?? false
    return !isFrom && !isCount
  }

  private static let ke = WordKey("ke")
  private static let dari = WordKey("dari")

  /// Returns the indices of the words before and after a mention, if only spaces separate them from
  /// it.
  private static func neighbours(
    of mention: Mention, in text: ScannedText
  ) -> (before: Int?, behind: Int?) {
    let first = text.words.firstIndex { $0.range.lowerBound >= mention.range.lowerBound }
    let behind = text.words.firstIndex { $0.range.lowerBound >= mention.range.upperBound }
    return (
      first.flatMap { $0 > 0 && text.words[$0].gap == .space ? $0 - 1 : nil },
      behind.flatMap { text.words[$0].gap == .space ? $0 : nil }
    )
  }

  /// Returns the group and value of a date, or nil for a weekday alone.
  private static func value(
    of date: PartialDate, isBeforeChrist: Bool
  ) -> (Fact.Group, Double)? {
    let dayOfYear = 100 * (date.month ?? 0) + (date.day ?? 0)
    guard var year = date.year ?? date.century.map({ ($0 - 1) * 100 + 1 }) else {
      return date.month == nil ? nil : (.dayOfYear, Double(dayOfYear))
    }
    if isBeforeChrist { year = date.century.map { -100 * $0 } ?? -year }
    return (.date, Double(10_000 * year + dayOfYear))
  }

  private static let erasBeforeChrist = [WordKey("bc"), WordKey("bce"), WordKey("sm")]

  private static func isBeforeChrist(_ mention: Mention, _ text: ScannedText) -> Bool {
    let last = text.words.last { $0.range.upperBound <= mention.range.upperBound }
    return last.map { erasBeforeChrist.contains($0.key) } ?? false
  }

  /// Returns the text of an amount without its numerals: `US$` of `US$600 billion`.
  private static func unit(of mention: Mention, in text: ScannedText) -> String {
    let numerals: WordClass = [.scale, .cardinal, .multiplier, .quantity]
    var unit = Array(text.bytes[mention.range])
    for word in text.words
    where mention.range.contains(word.range.lowerBound)
      && (word.isNumber || !word.classes.isDisjoint(with: numerals))
    {
      for index in word.range.clamped(to: mention.range) {
        unit[index - mention.range.lowerBound] = UInt8(ascii: " ")
      }
    }
    let parts = unit.split { $0 <= UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
    return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}
