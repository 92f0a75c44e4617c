import TextAnalysis

/// Finds the dates or amounts of a sentence.
struct FactFinder {
  let kind: FactKind
  /// In no unit, smaller numbers in words are rarely a fact: *two of them*.
  private static let leastInWords = 10.0

  /// One fact for each group that the sentence has values of.
  ///
  /// - Parameter citation: what the facts shall name as their citation.
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
      let start = mention.range.lowerBound - sentence.lowerBound
      let place = start..<(start + mention.range.count)
      if let known = facts.firstIndex(where: { $0.group == group }) {
        facts[known].value = min(facts[known].value, value)
        facts[known].mentions.append(place)
      } else {
        facts.append(Fact(group: group, value: value, mentions: [place], citation: citation))
      }
    }
    // In `from 3 March to 5 June 2020` the year is said of both.
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
        let hasDigits = text.bytes[mention.range].contains(where: \.isASCIIDigit)
        return hasDigits || amount >= leastInWords ? (.number, amount) : nil
      }
    }
  }

  /// Nil for a weekday alone.
  private static func value(
    of date: CalendarDate, isBeforeChrist: Bool
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

  /// What is left of an amount without its numerals: `US$` of `US$600 billion`.
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
