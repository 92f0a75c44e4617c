/// The weights of the evidence for a phrase as the answer.
///
/// The weights of phrases are those of a conditional logit over the phrases of each answering
/// sentence, rounded, fitted on published English and Indonesian questions: fitted without any one
/// of six collections they lose at most 3.3 points of F1 on it.
enum PhraseScore {
  /// The nearness of the question's words, 0…1.
  static let closeness = 2.1
  /// The share of the question between the same two punctuation marks.
  static let clauseShare = 0.3
  /// Any word of the question is between the same two marks.
  static let sameClause = 0.3
  /// A verb of the question is between the same two marks.
  static let clauseVerb = 0.5
  static let severalWords = 0.5
  static let joined = -0.5
  /// The share of words with a capital that does not begin a sentence.
  static let capitals = 1.2
  /// The phrase begins the sentence.
  static let initial = 1.1
  static let quoted = 1.0
  /// The phrase follows a word of the question, with at most one small word in between.
  static let afterMatch = 0.4
  static let afterArticle = 0.4
  static let afterRole = 0.2
  /// The phrase follows all words of the question.
  static let behindAll = 0.1
  /// The noun that the question asks for is beside the phrase, on the side where the language puts
  /// attributes.
  static let besideFocus = 1.5
  /// The noun that the question asks for is on the other side.
  static let acrossFocus = 0.5
  static let beforeEnd = 0.5
  /// The phrase is one word that looks like a verb.
  static let onlyVerb = -1.1
  static let adverb = -0.4
  /// A small word, such as *of*, is inside the phrase.
  static let inside = 0.4

  /// The confidence of a phrase, whose form does not show that it is of the kind that the question
  /// asks for.
  static let confidence = 0.5
}

extension MatchedSentence {
  /// Returns the sum of the evidence for a phrase, in points of ``PhraseScore``.
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
    // Only the last of several joined words can be an attribute.
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

  static let articles = [
    WordKey("the"), WordKey("a"), WordKey("an"), WordKey("para"), WordKey("sebuah"),
    WordKey("seorang"), WordKey("suatu"),
  ]
}
