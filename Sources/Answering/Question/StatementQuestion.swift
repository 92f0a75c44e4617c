/// Recognises questions about an article itself: who wrote it, when it was posted, by whom it was
/// published, what its title is.
enum StatementQuestion {
  /// What the question wants to know about an article; nil for a question about a subject.
  static func statement(asked words: [WordKey], type: QuestionType) -> ExpectedAnswer.Statement? {
    guard words.contains(where: articles.contains) else { return nil }
    if words.contains(where: titles.contains) { return .title }
    let isPublished = words.contains(where: publishing.contains)
    if type == .date { return isPublished ? .date : nil }
    if words.contains(where: authors.contains),
      type == .person || type == .other
        || type == .definition
    {
      return .author
    }
    if isPublished, type == .organization || type == .place || type == .person || type == .choice {
      return .publisher
    }
    return words.contains(where: publishers.contains) ? .publisher : nil
  }

  /// Whether a word of such a question speaks of the article rather than of its subject.
  static func isAboutArticle(_ word: WordKey) -> Bool {
    articles.contains(word) || titles.contains(word) || publishing.contains(word)
      || authors.contains(word) || publishers.contains(word)
  }

  private static func keys(_ list: String) -> Set<WordKey> {
    Set(list.split(whereSeparator: \.isWhitespace).map { WordKey($0) })
  }

  private static let articles = keys(
    """
    article articles story post posting blogpost piece essay column artikel tulisan berita laporan
    """)
  private static let titles = keys("title titled headline judul judulnya berjudul")
  private static let authors = keys(
    """
    wrote written write writes author authors authored writer byline
    penulis penulisnya menulis ditulis pengarang
    """)
  private static let publishing = keys(
    """
    posted publish published publishes publication released written dated appeared appear
    diterbitkan menerbitkan dipublikasikan dimuat memuat diunggah terbit tayang ditulis dirilis
    memublikasikan mempublikasikan
    """)
  private static let publishers = keys(
    "publisher website site outlet newspaper penerbit situs media portal laman koran")
}
