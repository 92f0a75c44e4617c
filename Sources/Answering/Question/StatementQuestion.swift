import Model

/// Recognises questions about an article itself: who wrote it, when it was posted, by whom it was
/// published, what its title is.
enum StatementQuestion {
  /// What the question wants to know about an article; nil for a question about a subject.
  static func statement(asked words: [WordKey], type: QuestionType) -> ExpectedAnswer.Statement? {
    let known = QuestionWords.all(in: words[...])
    guard known.contains(.article) else { return nil }
    if known.contains(.title) { return .title }
    let isPublished = known.contains(.publishing)
    if type == .date { return isPublished ? .date : nil }
    if known.contains(.authorship),
      type == .person || type == .other
        || type == .definition
    {
      return .author
    }
    if isPublished, type == .organization || type == .place || type == .person || type == .choice {
      return .publisher
    }
    return known.contains(.publisher) ? .publisher : nil
  }

  /// Whether a word of such a question speaks of the article rather than of its subject.
  static func isAboutArticle(_ word: WordKey) -> Bool {
    !QuestionWords.of(word).isDisjoint(with: .statement)
  }
}
