/// Places and people without a name: `at the east quay`, `di lantai dua`, `by the parish council`.
extension MatchedSentence {
  /// The confidence in a place behind the question's verb or a copula, and elsewhere.
  private static let stated = 0.8
  private static let mentioned = 0.35

  /// Returns the nouns behind prepositions of place, in order.
  func placePhrases() -> [AnswerSpan] {
    var found: [AnswerSpan] = []
    for index in text.words.indices.dropFirst() {
      guard Self.placePrepositions.contains(text.words[index].key),
        text.words[index].gap == .space, let words = nouns(behind: index)
      else { continue }
      let range = range(of: words)
      let isStated = isStating(wordBeforeTime(index - 1))
      found.append(
        AnswerSpan(
          range: range, confidence: (isStated ? Self.stated : Self.mentioned) * share(stated: range)
        ))
    }
    return found
  }

  /// Returns whether a word says that something is or happens where the next words tell.
  private func isStating(_ index: Int) -> Bool {
    text.word(index, is: .copula) || Self.standing.contains(text.words[index].key)
      || text.words[index].shape != .number
        && term(at: index).map { !question.terms[$0].isEntity && !question.terms[$0].isRole }
          ?? false
  }

  /// Returns the index of the word before a date: the `held` of `held on 2 May in the park`.
  private func wordBeforeTime(_ last: Int) -> Int {
    var index = last
    while index > 0,
      text.words[index].isNumber || text.word(index, is: [.month, .weekday])
        || index < last && Self.dateCues.contains(text.words[index].key)
    {
      index -= 1
    }
    return index
  }

  private static let dateCues = ["on", "in", "pada", "tanggal"].map { WordKey($0) }

  /// Returns the nouns behind *by*, and behind the preposition after a verb that tells the event from
  /// its other side: `sold to the county council`.
  func agentPhrases() -> [AnswerSpan] {
    guard expected.part != .patient, expected.form == .plain else { return [] }
    var prepositions: [WordKey] = []
    var isConverse = false
    for index in text.words.indices {
      guard let slot = converseSlot(of: index) else { continue }
      isConverse = true
      if case .behind(let words) = slot { prepositions += words }
    }
    var found: [AnswerSpan] = []
    for index in text.words.indices.dropFirst() {
      let isBehindVerb = prepositions.contains(text.words[index].key)
      guard text.words[index].gap == .space,
        isBehindVerb || text.word(index, is: .agentCue) && expected.part == .agent && !isConverse,
        let words = nouns(behind: index), isDeterminer(words.lowerBound) || !isEnglish,
        !words.contains(where: isRole), !text.word(words.upperBound, is: .particle)
      else { continue }
      let range = range(of: words)
      found.append(
        AnswerSpan(
          range: range, confidence: (isBehindVerb ? 1 : Self.stated) * share(stated: range)))
    }
    return found
  }

  /// Returns the article and the words in lower case behind a preposition, or nil if they are a time or
  /// hold words of the question.
  private func nouns(behind preposition: Int) -> Range<Int>? {
    let start = preposition + 1
    guard start < text.words.count else { return nil }
    var end = start
    while end < text.words.count, end - start < 5,
      text.words[end].gap == .space || end > start && text.words[end].gap == .hyphen
    {
      let isDeterminer = end == start && isDeterminer(end)
      guard isDeterminer || !text.isFunction(end) && text.words[end].shape == .lower,
        !Self.placePrepositions.contains(text.words[end].key), !isVerb(end),
        !text.word(end, is: [.conjunction, .copula, .clauseOpener, .month, .weekday])
      else { break }
      end += 1
    }
    guard end > start + (isDeterminer(start) ? 1 : 0) else { return nil }
    let words = start..<end
    let isPlace = words.allSatisfy { index in
      term(at: index) == nil
        && !text.word(index, is: [.timeUnit, .timeOfYear, .noon, .measure, .era, .century])
        && !Self.times.contains(text.words[index].key)
        && (words.count > 1
          || !Self.adverbs.contains(text.words[index].key) && !text.word(index, is: .placeCue))
    }
    // A name goes on: `in the town of Vik`.
    let goesOn =
      end < text.words.count && text.words[end].gap == .space
      && (text.words[end].isCapitalized || text.words[end].isNumber)
    return isPlace && !goesOn ? words : nil
  }

  /// Returns the evidence from the preposition before a place for a question about where something
  /// went or where it came from.
  func directionFit(_ preposition: Int) -> Double {
    guard expected.direction != .none, text.words.indices.contains(preposition) else { return 0 }
    let key = text.words[preposition].key
    let isTo = Self.toward.contains(key)
    guard isTo || Self.away.contains(key) else { return 0 }
    return isTo == (expected.direction == .to) ? 0.4 : -0.6
  }

  private static let toward = ["to", "into", "ke"].map { WordKey($0) }
  private static let away = ["from", "dari"].map { WordKey($0) }

  private func isDeterminer(_ index: Int) -> Bool {
    Self.articles.contains(text.words[index].key) || Self.owners.contains(text.words[index].key)
  }

  private static let placePrepositions = [
    "in", "at", "on", "under", "behind", "beside", "near", "inside", "outside", "opposite",
    "beneath", "above", "below", "di", "ke", "dari",
  ].map { WordKey($0) }
  private static let owners = ["your", "its", "his", "her", "their", "our"].map { WordKey($0) }
  /// Verbs that say where something is.
  private static let standing = [
    "lies", "stands", "sits", "hangs", "located", "situated", "kept", "held", "berada", "terletak",
    "bertempat", "berlokasi", "berdiri",
  ].map { WordKey($0) }
  /// Words that stand for a place only before a noun, or for one named before: `di sana`.
  private static let adverbs = [
    "sana", "sini", "situ", "mana", "dalam", "luar", "atas", "bawah", "samping", "sekitar", "hulu",
    "least", "most", "first", "last", "once", "home", "work", "all", "general", "particular",
  ].map { WordKey($0) }
  /// Nouns that are no places.
  private static let times = [
    "morning", "evening", "afternoon", "night", "end", "beginning", "time", "age", "addition",
    "fact", "order", "case", "cost", "price", "pagi", "siang", "sore", "malam", "akhir", "awal",
    "masa", "usia", "antara", "harga",
  ].map { WordKey($0) }
}
