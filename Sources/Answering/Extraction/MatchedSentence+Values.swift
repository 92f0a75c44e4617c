/// Amounts and dates.
extension MatchedSentence {
  /// The amount that was asked for.
  func quantity() -> AnswerSpan? {
    let dates = DateRecognizer.mentions(in: text)
    let mentions = QuantityRecognizer.mentions(in: text, taken: dates.words)
    let years = expected.type == .number && !expected.focus.isEmpty ? [] : dates.mentions.prefix(0)
    return nearest(
      (mentions + years).lazy.map { mention in
        AnswerSpan(range: mention.range, confidence: confidence(mention))
      })
  }

  /// How well the kind of an amount fits, 0 for not at all.
  private func confidence(_ mention: Mention) -> Double {
    guard !beginsWithQuestion(mention.range) else { return 0 }
    if mention.isOrdinal { return expected.form == .rank ? 1 : 0.15 }
    let isCounted = expected.type == .number && isFollowedByFocus(mention.range.upperBound)
    let fit: Double =
      switch (expected.type, mention.kind) {
      case (.number, .number): expected.form == .rank ? 0.3 : 0.8
      case (.number, .money), (.number, .percentage): expected.focus.isEmpty ? 0.8 : 0.4
      case (.number, .duration): 0.3
      case (.money, .money), (.percentage, .percentage), (.duration, .duration): 1
      case (.money, .number), (.percentage, .number), (.duration, .number): 0.3
      case (.duration, .date): 0.1
      default: 0
      }
    return fit + (isCounted ? 0.5 : 0)
  }

  /// The date that was asked for; its year alone where a year was asked for.
  func date() -> AnswerSpan? {
    let asksYear = expected.focus.isEmpty ? false : true
    return nearest(
      DateRecognizer.mentions(in: text).mentions.lazy.compactMap { mention -> AnswerSpan? in
        guard !beginsWithQuestion(mention.range), case .date(let date) = mention.value else {
          return nil
        }
        let isFull = date.year != nil || date.century != nil
        return AnswerSpan(
          range: mention.range,
          confidence: isFull ? 1 : date.day != nil ? 0.8 : asksYear ? 0.1 : 0.4)
      })
  }

  private func beginsWithQuestion(_ range: Range<Int>) -> Bool {
    guard let first = text.words.first(where: { $0.range.upperBound > range.lowerBound }) else {
      return false
    }
    return isMatched(first.range)
  }

  /// Whether what is counted comes within three words of an amount.
  private func isFollowedByFocus(_ end: Int) -> Bool {
    matches.contains {
      question.terms[$0.term].isFocus && $0.range.lowerBound >= end
        && $0.range.lowerBound - end < 24
    }
  }
}
