extension MatchedSentence {
  /// How much speaks for a phrase, in points of ``PhraseScore``.
  func score(of phrase: Phrase) -> Double {
    let words = phrase.words
    let first = words.lowerBound
    let end = words.upperBound
    let range = range(of: words)
    let clause = clause(around: words)
    var score =
      PhraseScore.closeness * closeness(of: range) + PhraseScore.clauseShare * clause.share
    func add(_ weight: Double, _ holds: Bool) { if holds { score += weight } }
    add(PhraseScore.sameClause, clause.hasTerm)
    add(PhraseScore.clauseVerb, clause.hasVerb)
    add(PhraseScore.severalWords, words.count > 1)
    add(PhraseScore.joined, phrase.isJoined)
    add(PhraseScore.initial, first == 0)
    add(PhraseScore.quoted, text.words[first].gap == .quote)
    let before = term(at: first - 1) ?? (isFunction(first - 1) ? term(at: first - 2) : nil)
    let after = term(at: end) ?? (isFunction(end) ? term(at: end + 1) : nil)
    add(PhraseScore.afterMatch, before != nil)
    add(PhraseScore.afterArticle, first > 0 && Self.articles.contains(text.words[first - 1].key))
    add(PhraseScore.afterRole, text.word(first - 1, is: .role))
    add(PhraseScore.behindAll, matches.allSatisfy { $0.range.upperBound <= range.lowerBound })
    let isEnglish = text.convention == .decimalPoint
    // Of words joined only the last can be an attribute.
    add(PhraseScore.besideFocus, !phrase.isJoined && isFocus(isEnglish ? after : before))
    add(PhraseScore.acrossFocus, isFocus(isEnglish ? before : after))
    add(PhraseScore.beforeEnd, end == text.words.count)
    add(PhraseScore.onlyVerb, words.count == 1 && text.looksLikeVerb(first))
    add(PhraseScore.adverb, text.looksLikeAdverb(first) || text.looksLikeAdverb(end - 1))
    add(PhraseScore.inside, words.contains { isFunction($0) })
    var capitals = 0
    for index in words where text.words[index].isCapitalized && !text.words[index].isInitial {
      capitals += 1
    }
    return score + PhraseScore.capitals * Double(capitals) / Double(words.count)
  }

  private func isFunction(_ index: Int) -> Bool { text.word(index, is: .function) }

  private static let articles = [
    WordKey("the"), WordKey("a"), WordKey("an"), WordKey("para"), WordKey("sebuah"),
    WordKey("seorang"), WordKey("suatu"),
  ]
}
