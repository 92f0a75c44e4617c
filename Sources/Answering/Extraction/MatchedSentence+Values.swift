/// Amounts.
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
    let isPriced = mentions.contains { $0.kind == .money && isBehindFocus($0.range) }
    return mentions.map { mention in
      var fit = confidence(mention)
      // `Tiket masuk Rp8.000`: *berapa tiket masuk?* asks for the price.
      if isPriced, expected.type == .number, mention.kind == .money { fit = max(fit, 0.8) }
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
    if !expected.dimensions.isEmpty {
      return measureFit(mention) * (isAttributive(mention) ? 0.4 : 1)
    }
    let fit: Double =
      switch (expected.type, mention.kind) {
      case (.number, .number):
        switch expected.form {
        case .rank: 0.3
        case .measure: mention.hasUnit ? 1 : 0.4
        // *How many bananas?* asks for no kilograms, unlike *how much milk?*
        default:
          mention.hasUnit && !expected.focus.isEmpty && !isUnitAsked(mention.range) ? 0.5 : 0.8
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

  /// Returns whether the noun that the question counts is directly before an amount.
  private func isBehindFocus(_ range: Range<Int>) -> Bool {
    guard let index = text.words.firstIndex(where: { $0.range.overlaps(range) }), index > 0,
      text.words[index].gap == .space
    else { return false }
    let before = text.word(index - 1, is: .copula) ? index - 2 : index - 1
    return isFocus(term(at: before))
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

  /// Returns whether an amount describes the noun after it, which the question does not ask about:
  /// `one-day cricket`.
  private func isAttributive(_ mention: Mention) -> Bool {
    guard let words = words(in: mention.range), words.count > 1,
      text.words[words.upperBound - 1].gap == .hyphen, words.upperBound < text.words.count
    else { return false }
    let next = words.upperBound
    return text.words[next].gap == .space && !text.isFunction(next) && term(at: next) == nil
  }

  /// Returns the confidence that an amount answers a question about a measure: its unit must be of
  /// that dimension.
  private func measureFit(_ mention: Mention) -> Double {
    if !mention.dimension.isEmpty {
      guard !expected.dimensions.isDisjoint(with: mention.dimension) else { return 0 }
      // Nobody is five minutes old.
      if expected.dimensions.contains(.age), case .quantity(let days) = mention.value, days < 1 {
        return 0
      }
      if namesOtherMeasure(mention.range) { return 0.3 }
      // `310 metres long and 55 metres high`
      return isFollowedByFocus(mention.range.upperBound) ? 1.5 : 1
    }
    // *How big* may ask for anything that has a size.
    let isLoose = expected.dimensions.contains([.area, .data])
    switch mention.kind {
    case .money, .percentage: return isLoose ? 0.5 : 0
    // The size of a bay is not its population.
    case .number where isLoose && !mention.hasUnit: return 0.44
    case .number:
      if mention.hasUnit { return 0.3 }
      if expected.dimensions.contains(.age), isAge(mention.range) { return 1 }
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

  /// Returns whether a number is the age of the person before it: `Nell Drury, 34, won`, `Kirsty Boyd
  /// (29)`, `aged 78`, `at the age of 44`.
  private func isAge(_ range: Range<Int>) -> Bool {
    guard let index = text.words.firstIndex(where: { $0.range.overlaps(range) }), index > 0,
      text.words[index].range == range, 1...120 ~= text.numeral(index).value
    else { return false }
    if Self.ages.contains(text.words[index - 1].key)
      || index > 1 && text.words[index - 1].key == Self.of
        && Self.ages.contains(text.words[index - 2].key)
    {
      return true
    }
    let gap = text.words[index].gap
    return text.words[index - 1].isCapitalized && (gap == .comma || gap == .parenthesis)
      && (index + 1 == text.words.count || text.words[index + 1].gap == gap)
  }

  private static let ages = ["aged", "age", "usia", "umur", "berusia", "berumur"].map {
    WordKey($0)
  }

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

  func beginsWithQuestion(_ range: Range<Int>) -> Bool {
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
