/// Dates and times of day.
extension MatchedSentence {
  /// Returns the date that the question asks for, or the span of two dates.
  func date() -> AnswerSpan? {
    let dates = DateRecognizer.mentions(in: text)
    return nearest(attributed(spans(of: dates.mentions) + times(besides: dates.words)))
  }

  /// Returns the times of day, which answer *when* unless the question rules them out.
  private func times(besides dates: Set<Int>) -> [AnswerSpan] {
    ClockRecognizer.mentions(in: text, taken: dates).mentions.map {
      AnswerSpan(
        range: $0.range,
        confidence: (expected.form == .clock ? 1.2 : asksDay ? 0 : 0.7)
          * share(stated: $0.range),
        mention: $0)
    }
  }

  /// A Boolean value that indicates whether the question names the unit of a date: *what year?*
  private var asksDay: Bool { !expected.focus.isEmpty && expected.form != .clock }

  /// Returns the dates that may answer, with the span of two dates as one.
  private func spans(of mentions: [Mention]) -> [AnswerSpan] {
    let areDays = mentions.allSatisfy { $0.value == .date(PartialDate()) }
    return mentions.indices.compactMap { index -> AnswerSpan? in
      let mention = mentions[index]
      guard !beginsWithQuestion(mention.range) else { return nil }
      let next = index + 1 < mentions.count ? mentions[index + 1].range : nil
      let previous = index > 0 ? mentions[index - 1].range : nil
      let beginsSpan = next.map { isSpan(mention.range, $0) } ?? false
      let endsSpan = previous.map { isSpan($0, mention.range) } ?? false
      var range = mention.range
      // Something that began between two years has no other date.
      let isBetween = isBehindBetween(beginsSpan ? mention.range : previous ?? mention.range)
      if expected.form == .plain || expected.form == .clock || isBetween {
        if endsSpan { return nil }
        if beginsSpan, !expected.wantsStart, let next { range = range.lowerBound..<next.upperBound }
      }
      return AnswerSpan(
        range: range,
        confidence: (certainty(of: mention, isAlone: areDays)
          + role(mention.range, beginsSpan: beginsSpan, endsSpan: endsSpan))
          * share(stated: mention.range) * eventShare(of: range)
          * (expected.form == .clock ? 0.3 : 1),
        mention: range == mention.range ? mention : nil)
    }
  }

  private func isBehindBetween(_ range: Range<Int>) -> Bool {
    guard let first = text.words.firstIndex(where: { $0.range.overlaps(range) }), first > 0 else {
      return false
    }
    return Self.betweens.contains(text.words[first - 1].key)
  }

  private static let betweens = ["between", "antara"].map { WordKey($0) }

  private func certainty(of mention: Mention, isAlone: Bool) -> Double {
    guard case .date(let date) = mention.value else { return 0 }
    // The only date, a day of the week answers when something is open.
    if date == PartialDate() {
      let isOnly = expected.focus.isEmpty && expected.form == .plain && isAlone
      return mention.range.lowerBound < datelineEnd ? 0.2 : isOnly ? 0.7 : 0.5
    }
    if date.year == nil, date.century == nil { return date.day != nil ? 0.8 : 0.5 }
    // `opened in 1931` does not tell when it opens.
    if question.isPresent, date.month == nil { return 0.3 }
    // In `Graduation 2025`, the year is part of a name.
    if date.month == nil, date.century == nil,
      let index = text.words.firstIndex(where: { $0.range.lowerBound >= mention.range.lowerBound }),
      index > 0, text.words[index].gap == .space, text.words[index - 1].isCapitalized,
      !text.word(index - 1, is: .function)
    {
      return 0.5
    }
    return 1
  }

  /// Returns the evidence from *born* and *died*, and from the ends of a span, for a date that
  /// begins or ends something.
  private func role(_ range: Range<Int>, beginsSpan: Bool, endsSpan: Bool) -> Double {
    guard [.beginning, .ending].contains(expected.form) else { return 0 }
    let fitsSpan = expected.form == .beginning ? beginsSpan : endsSpan
    let missesSpan = expected.form == .beginning ? endsSpan : beginsSpan
    return eventFit(range) + (fitsSpan ? 0.3 : missesSpan ? -0.5 : 0)
  }

  /// Returns the evidence from the last *born* or *died* before a date or place, for a question
  /// about a beginning or an end.
  func eventFit(_ range: Range<Int>) -> Double {
    let wanted: WordClass
    let other: WordClass
    switch expected.form {
    case .beginning: (wanted, other) = (.beginning, .ending)
    case .ending: (wanted, other) = (.ending, .beginning)
    default: return 0
    }
    let cue = text.words.last {
      $0.range.upperBound <= range.lowerBound
        && !$0.classes.isDisjoint(with: [.beginning, .ending])
    }
    // In a bracket, what precedes the dash is of the birth.
    if let bracket = bracket(around: range),
      cue.map({ $0.range.upperBound < bracket.lowerBound }) ?? true,
      let dash = dash(in: bracket)
    {
      return (range.upperBound <= dash) == (wanted == .beginning) ? 0.4 : -0.5
    }
    guard let cue else { return 0 }
    return cue.classes.contains(wanted) ? 0.4 : cue.classes.contains(other) ? -0.4 : 0
  }

  /// Returns whether two dates form a span, with at most one word in between: `1705 – 1722`, `from
  /// 1705 to 1722`, `antara 1705 dan 1722`.
  private func isSpan(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    if isLifeSpan(first, second) { return true }
    guard second.lowerBound > first.upperBound, second.lowerBound - first.upperBound < 12 else {
      return false
    }
    let between = text.words.filter {
      $0.range.lowerBound >= first.upperBound && $0.range.upperBound <= second.lowerBound
    }
    if let word = between.first {
      return between.count == 1 && Self.spanWords.contains(word.key)
    }
    let gap = text.bytes[first.upperBound..<second.lowerBound]
    return gap.contains(UInt8(ascii: "-")) || gap.contains(0xE2)
  }

  /// Returns whether a dash separates two dates in one bracket, in which places may stand as well:
  /// `(3 May 1911 in Vik – 4 June 1990 in Lunde)`.
  private func isLifeSpan(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard second.lowerBound > first.upperBound, let bracket = bracket(around: first),
      bracket.contains(second.lowerBound)
    else { return false }
    return dash(in: first.upperBound..<second.lowerBound) != nil
  }

  /// Returns the inside of the bracket that holds some bytes, or nil if they are in none.
  private func bracket(around range: Range<Int>) -> Range<Int>? {
    guard let open = text.bytes[self.range.lowerBound..<range.lowerBound].lastIndex(of: 0x28),
      !text.bytes[open..<range.lowerBound].contains(0x29),
      let close = text.bytes[range.upperBound..<max(range.upperBound, self.range.upperBound)]
        .firstIndex(of: 0x29)
    else { return nil }
    return (open + 1)..<close
  }

  /// Returns the position of a dash with white space around it.
  private func dash(in range: Range<Int>) -> Int? {
    range.dropFirst().first { index in
      text.bytes[index - 1] == UInt8(ascii: " ")
        && (text.bytes[index] == UInt8(ascii: "-") && text.bytes[index + 1] == UInt8(ascii: " ")
          || text.bytes[index] == 0xE2 && text.bytes[index + 1] == 0x80)
    }
  }

  private static let spanWords = [
    WordKey("to"), WordKey("until"), WordKey("till"), WordKey("and"), WordKey("hingga"),
    WordKey("sampai"), WordKey("dan"), WordKey("sd"),
  ]
}
