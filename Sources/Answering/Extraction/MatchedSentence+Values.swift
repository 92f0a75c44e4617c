/// Amounts and dates.
extension MatchedSentence {
  /// The amount that was asked for.
  func quantity() -> AnswerSpan? { nearest(quantities()) }

  func quantities() -> [AnswerSpan] {
    let dates = DateRecognizer.mentions(in: text)
    let mentions = QuantityRecognizer.mentions(in: text, taken: dates.words)
    return mentions.map {
      AnswerSpan(range: $0.range, confidence: confidence($0), mention: $0)
    }
  }

  /// How well the kind of an amount fits; 0 if it does not.
  private func confidence(_ mention: Mention) -> Double {
    guard !beginsWithQuestion(mention.range) else { return 0 }
    if mention.isOrdinal { return expected.form == .rank ? 1 : 0.15 }
    let fit: Double =
      switch (expected.type, mention.kind) {
      case (.number, .number):
        switch expected.form {
        case .rank: 0.3
        case .measure: mention.hasUnit ? 1 : 0.4
        default: mention.hasUnit ? 0.5 : 0.8
        }
      case (.number, .money), (.number, .percentage):
        expected.focus.isEmpty && expected.form == .plain ? 0.8 : 0.3
      case (.number, .duration): 0.3
      case (.money, .money), (.percentage, .percentage), (.duration, .duration): 1
      case (.duration, .number): mention.hasUnit ? 0.6 : 0.3
      case (.money, .number), (.percentage, .number): 0.3
      default: 0
      }
    let isCounted = expected.type == .number && isFollowedByFocus(mention.range.upperBound)
    return fit + (isCounted ? 0.5 : 0)
  }

  /// The date that was asked for, or the span of two dates.
  func date() -> AnswerSpan? { nearest(dates()) }

  func dates() -> [AnswerSpan] {
    let mentions = DateRecognizer.mentions(in: text).mentions
    return mentions.indices.compactMap { index -> AnswerSpan? in
      let mention = mentions[index]
      guard !beginsWithQuestion(mention.range) else { return nil }
      let next = index + 1 < mentions.count ? mentions[index + 1].range : nil
      let previous = index > 0 ? mentions[index - 1].range : nil
      let beginsSpan = next.map { isSpan(mention.range, $0) } ?? false
      let endsSpan = previous.map { isSpan($0, mention.range) } ?? false
      var range = mention.range
      if expected.form == .plain {
        if endsSpan { return nil }
        if beginsSpan, let next { range = range.lowerBound..<next.upperBound }
      }
      return AnswerSpan(
        range: range,
        confidence: certainty(of: mention)
          + role(mention.range, beginsSpan: beginsSpan, endsSpan: endsSpan),
        mention: range == mention.range ? mention : nil)
    }
  }

  private func certainty(of mention: Mention) -> Double {
    guard case .date(let date) = mention.value else { return 0 }
    if date.year == nil, date.century == nil { return date.day != nil ? 0.8 : 0.4 }
    // In `Graduation 2025` the year is part of a name.
    if date.month == nil, date.century == nil,
      let index = text.words.firstIndex(where: { $0.range.lowerBound >= mention.range.lowerBound }),
      index > 0, text.words[index].gap == .space, text.words[index - 1].isCapitalized,
      !text.word(index - 1, is: .function)
    {
      return 0.5
    }
    return 1
  }

  /// The evidence from *born* and *died*, and from the ends of a span, for a question about a
  /// beginning or an end.
  private func role(_ range: Range<Int>, beginsSpan: Bool, endsSpan: Bool) -> Double {
    let wanted: WordClass
    let other: WordClass
    switch expected.form {
    case .beginning: (wanted, other) = (.beginning, .ending)
    case .ending: (wanted, other) = (.ending, .beginning)
    default: return 0
    }
    let fitsSpan = expected.form == .beginning ? beginsSpan : endsSpan
    let missesSpan = expected.form == .beginning ? endsSpan : beginsSpan
    var role = fitsSpan ? 0.3 : missesSpan ? -0.5 : 0
    let cue = text.words.last {
      $0.range.upperBound <= range.lowerBound
        && !$0.classes.isDisjoint(with: [.beginning, .ending])
    }
    if let cue {
      role += cue.classes.contains(wanted) ? 0.4 : cue.classes.contains(other) ? -0.4 : 0
    }
    return role
  }

  /// `1705 – 1722`, `from 1705 to 1722`, `antara 1705 dan 1722`: at most a word between them.
  private func isSpan(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
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

  private static let spanWords = [
    WordKey("to"), WordKey("until"), WordKey("till"), WordKey("and"), WordKey("hingga"),
    WordKey("sampai"), WordKey("dan"), WordKey("sd"),
  ]

  private func beginsWithQuestion(_ range: Range<Int>) -> Bool {
    guard let first = text.words.first(where: { $0.range.upperBound > range.lowerBound }) else {
      return false
    }
    return isMatched(first.range)
  }

  /// Returns whether the noun that is counted follows an amount.
  private func isFollowedByFocus(_ end: Int) -> Bool {
    matches.contains {
      question.terms[$0.term].isFocus && $0.range.lowerBound >= end
        && $0.range.lowerBound - end < 24
    }
  }
}
