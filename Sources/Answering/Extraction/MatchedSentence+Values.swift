/// Amounts and dates.
extension MatchedSentence {
  /// Returns the amount that the question asks for.
  func quantity() -> AnswerSpan? { nearest(attributed(quantities())) }

  func quantities() -> [AnswerSpan] {
    let dates = DateRecognizer.mentions(in: text)
    let times = ClockRecognizer.mentions(in: text, taken: dates.words)
    let mentions = QuantityRecognizer.mentions(in: text, taken: dates.words.union(times.words))
    // A year in the question says which of the two values is meant.
    let change =
      mentions.contains { isResult($0.range) }
      && !matches.contains { question.terms[$0.term].isNumber }
    return mentions.map { mention in
      var fit = confidence(mention)
      fit *= self.share(stated: mention.range)
      if isWhole(mention.range), !hasVerbInClause(mention.range) { fit *= 0.5 }
      // `from Rp12.000 to Rp13.500`: the value is now the second one.
      if change, question.asksOrigin, isResult(mention.range) { fit *= 0.4 }
      if change, isOrigin(mention.range) { fit *= question.asksOrigin ? 1.2 : 0.4 }
      return AnswerSpan(range: mention.range, confidence: fit, mention: mention)
    }
  }

  /// Returns the confidence that an amount is of the kind that the question asks for, or 0 if it is
  /// not.
  private func confidence(_ mention: Mention) -> Double {
    guard !beginsWithQuestion(mention.range) else { return 0 }
    // The number of `Debian 12.5` belongs to the name.
    if mention.kind == .number, !mention.hasUnit, isPartOfName(mention.range) { return 0.3 }
    if mention.isOrdinal { return expected.form == .rank ? 1 : 0.15 }
    if expected.form == .reference {
      return mention.isReference ? 1 : mention.hasUnit ? 0.2 : 0.9
    }
    // A reference is not an amount, unless the question names what it refers to.
    if mention.isReference { return isReferenceAsked(mention.range) ? 0.8 : 0 }
    if !expected.dimensions.isEmpty { return measureFit(mention) }
    let fit: Double =
      switch (expected.type, mention.kind) {
      case (.number, .number):
        switch expected.form {
        case .rank: 0.3
        case .measure: mention.hasUnit ? 1 : 0.4
        default: mention.hasUnit && !isUnitAsked(mention.range) ? 0.5 : 0.8
        }
      case (.number, .money):
        expected.focus.isEmpty && expected.form == .plain ? 0.8 : 0.3
      case (.number, .percentage):
        // `three quarters of the members` counts them.
        mention.value == .text || isInWords(mention.range)
          ? 0.8 : expected.focus.isEmpty && expected.form == .plain ? 0.8 : 0.3
      case (.number, .duration): isUnitAsked(mention.range) ? 0.8 : 0.3
      case (.money, .money), (.percentage, .percentage), (.duration, .duration): 1
      case (.duration, .number): mention.hasUnit ? 0.2 : 0.3
      case (.money, .number): mention.hasUnit ? 0.1 : 0.3
      case (.percentage, .number): mention.hasUnit ? 0 : 0.3
      default: 0
      }
    guard expected.type == .number else { return fit }
    if isFollowedByFocus(mention.range.upperBound) { return fit + 0.5 }
    return fit + (isFollowedByVerb(mention.range.upperBound) ? 0.5 : 0)
  }

  private func isPartOfName(_ range: Range<Int>) -> Bool {
    guard let index = text.words.firstIndex(where: { $0.range.overlaps(range) }), index > 0,
      text.words[index].isNumber, text.words[index].gap == .space
    else { return false }
    let before = text.words[index - 1]
    return before.isCapitalized && !before.isInitial && !text.isFunction(index - 1)
      && term(at: index - 1) == nil && index + 1 < text.words.count
      && before.classes.isDisjoint(with: [.month, .currencySign, .reference, .weekday])
  }

  /// Returns the confidence that an amount answers a question about a measure: its unit must be of
  /// that dimension.
  private func measureFit(_ mention: Mention) -> Double {
    if !mention.dimension.isEmpty {
      guard !expected.dimensions.isDisjoint(with: mention.dimension) else { return 0 }
      if namesOtherMeasure(mention.range) { return 0.3 }
      // `310 metres long and 55 metres high`
      return isFollowedByFocus(mention.range.upperBound) ? 1.5 : 1
    }
    // *How big* may ask for anything that has a size.
    let isLoose = expected.dimensions.contains([.area, .data])
    switch mention.kind {
    case .money, .percentage: return isLoose ? 0.5 : 0
    case .number:
      if mention.hasUnit { return 0.3 }
      return isLoose || expected.dimensions == .duration && expected.type == .number ? 0.5 : 0.25
    default: return 0
    }
  }

  /// Returns whether the words beside an amount name another measure of its dimension than the
  /// question: `9 metres wide`, `a depth of 4 metres`, `lebarnya 8 meter` for *how long?*
  private func namesOtherMeasure(_ range: Range<Int>) -> Bool {
    let asked = question.terms.filter(\.isFocus).map(\.synonyms).filter { $0 > 0 }
    guard !asked.isEmpty,
      let first = text.words.firstIndex(where: { $0.range.overlaps(range) }),
      let last = text.words.lastIndex(where: { $0.range.overlaps(range) })
    else { return false }
    func isOther(_ index: Int) -> Bool {
      guard text.words.indices.contains(index), term(at: index) == nil,
        case let key = text.words[index].key,
        !Dimension(askedBy: key).isDisjoint(with: expected.dimensions)
      else { return false }
      let group = WordGroups.synonyms.group(of: key)
      return group > 0 && !asked.contains(group)
    }
    if last + 1 < text.words.count, text.words[last + 1].gap == .space, isOther(last + 1) {
      return true
    }
    let before = Self.sizes.contains(text.words[max(first - 1, 0)].key) ? first - 2 : first - 1
    return text.words[first].gap == .space && isOther(before)
  }

  /// Words between a measure and its amount: `a depth of 4 metres`, `lebar sekitar 8 meter`.
  private static let sizes = ["of", "about", "is", "adalah", "sekitar", "mencapai", "sebesar"]
    .map { WordKey($0) }

  private func isInWords(_ range: Range<Int>) -> Bool {
    !text.bytes[range].contains { $0.isASCIIDigit || $0 == UInt8(ascii: "%") }
  }

  /// Returns whether the unit of an amount is a word of the question: *how many litres?*
  private func isUnitAsked(_ range: Range<Int>) -> Bool {
    matches.contains { $0.range.overlaps(range) && question.terms[$0.term].isFocus }
  }

  /// Returns whether the word before a reference number belongs to the question.
  private func isReferenceAsked(_ range: Range<Int>) -> Bool {
    guard let index = text.words.firstIndex(where: { $0.range.lowerBound >= range.lowerBound })
    else { return false }
    return term(at: index - 1) != nil
  }

  /// Returns whether an amount is the whole of which the sentence counts a part: `Of the 90
  /// ships, 20 were captured`.
  private func isWhole(_ range: Range<Int>) -> Bool {
    guard let index = text.words.firstIndex(where: { $0.range.lowerBound >= range.lowerBound }),
      1...3 ~= index
    else { return false }
    return text.words[..<index].contains { Self.partitives.contains($0.key) && $0.gap == .start }
  }

  static let partitives = ["of", "dari", "among", "di"].map { WordKey($0) }

  /// Returns whether what the question asks of the things counted is between the same two punctuation
  /// marks as an amount: `Of the 90 ships that sailed, 20 were captured`.
  private func hasVerbInClause(_ range: Range<Int>) -> Bool {
    guard let index = text.words.firstIndex(where: { $0.range.overlaps(range) }) else {
      return false
    }
    return clauseWords(around: index..<(index + 1)).contains { index in
      isVerb(index)
        || term(at: index) != nil && index > 0
          && Self.relatives.contains(text.words[index - 1].key)
    }
  }

  private static let relatives = ["yang", "that", "who", "which"].map { WordKey($0) }

  /// Returns whether an amount follows *to* or *menjadi*, the result of a change.
  private func isResult(_ range: Range<Int>) -> Bool { isAfter(Self.resultCues, range) }

  private func isOrigin(_ range: Range<Int>) -> Bool { isAfter(Self.originCues, range) }

  private func isAfter(_ cues: [WordKey], _ range: Range<Int>) -> Bool {
    guard let index = text.words.firstIndex(where: { $0.range.lowerBound >= range.lowerBound })
    else { return false }
    return text.words[..<index].suffix(2).contains { cues.contains($0.key) && !$0.isCapitalized }
  }

  private static let resultCues = ["to", "menjadi", "jadi", "ke"].map { WordKey($0) }
  private static let originCues = ["from", "dari", "semula"].map { WordKey($0) }

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
        if beginsSpan, let next { range = range.lowerBound..<next.upperBound }
      }
      return AnswerSpan(
        range: range,
        confidence: (certainty(of: mention, isAlone: areDays)
          + role(mention.range, beginsSpan: beginsSpan, endsSpan: endsSpan))
          * share(stated: mention.range) * (isLifeOfOther(mention.range) ? 0.5 : 1)
          * (expected.form == .clock ? 0.3 : 1),
        mention: range == mention.range ? mention : nil)
    }
  }

  /// Returns whether a date is in a bracket after a name that the question does not hold: the years
  /// of `founded by Jo Smith (1815–1869)` are those of the person.
  private func isLifeOfOther(_ range: Range<Int>) -> Bool {
    guard !question.asksLife,
      let word = text.words.firstIndex(where: { $0.range.overlaps(range) })
    else { return false }
    let index = clauseWords(around: word..<(word + 1)).lowerBound
    guard index > 0, text.words[index].gap == .parenthesis,
      text.bytes[text.words[index - 1].range.upperBound..<text.words[index].range.lowerBound]
        .contains(UInt8(ascii: "("))
    else { return false }
    return text.words[index - 1].isCapitalized
      && (max(0, index - 5)..<index).allSatisfy { term(at: $0) == nil }
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

  private func beginsWithQuestion(_ range: Range<Int>) -> Bool {
    guard let first = text.words.first(where: { $0.range.upperBound > range.lowerBound }) else {
      return false
    }
    return isMatched(first.range)
  }

  /// Returns whether the question's verb directly follows an amount, as in `20 were captured`: the
  /// amount stands for the things that the question counts.
  private func isFollowedByVerb(_ end: Int) -> Bool {
    guard let next = text.words.firstIndex(where: { $0.range.lowerBound >= end }) else {
      return false
    }
    for index in next..<min(next + 3, text.words.count) {
      if isVerb(index) { return true }
      guard text.words[index].gap == .space, text.isFunction(index) else { return false }
    }
    return false
  }

  /// Returns whether the noun that is counted follows an amount, with no other number in between.
  private func isFollowedByFocus(_ end: Int) -> Bool {
    matches.contains { match in
      question.terms[match.term].isFocus && match.range.lowerBound >= end
        && match.range.lowerBound - end < 24
        && !text.words.contains {
          $0.isNumber && $0.range.lowerBound >= end && $0.range.upperBound <= match.range.lowerBound
        }
    }
  }
}
