import Model
import TextAnalysis

/// Recognizes questions about an article itself: who wrote it, when it was posted, by whom it was
/// published, what its title is.
enum StatementQuestion {
  /// Returns the property of an article that a question asks for, or nil for a question about a
  /// subject.
  static func statement(asked words: [WordKey], type: QuestionType) -> ExpectedAnswer.Statement? {
    let known = QuestionWords.all(in: words[...])
    guard known.contains(.article) || namesDocument(words) else { return nil }
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

  /// Returns whether a question names a document by its topic: *the note about the mill*, *who wrote
  /// about the mill?*
  private static func namesDocument(_ words: [WordKey]) -> Bool {
    zip(words, words.dropFirst()).contains { word, next in
      topics.contains(next)
        && (documents.contains(word) || QuestionWords.of(word).contains(.authorship))
    }
  }

  private static let topics = ["about", "tentang", "mengenai", "perihal", "soal"].map {
    WordKey($0)
  }
  private static let documents = [
    "note", "notes", "memo", "letter", "mail", "email", "message", "minutes", "page", "document",
    "text", "entry", "blog",
    "catatan", "notulen", "surat", "halaman", "dokumen", "teks", "naskah",
  ].map { WordKey($0) }

  /// Returns the property that a question about something with a title asks for: *who wrote X?*,
  /// *when was X published?*
  static func implied(asked words: [WordKey], type: QuestionType) -> ExpectedAnswer.Statement? {
    let known = QuestionWords.all(in: words[...])
    switch type {
    case .person, .other, .definition:
      return known.contains(.authorship) && !known.contains(.title) ? .author : nil
    case .date: return known.contains(.publishing) ? .date : nil
    default: return nil
    }
  }

  /// Returns whether a word of such a question refers to the article rather than to its subject.
  static func isAboutArticle(_ word: WordKey) -> Bool {
    !QuestionWords.of(word).isDisjoint(with: .statement) || documents.contains(word)
  }
}

/// The names of languages in questions: *the Indonesian article*.
enum LanguageNames {
  static func language(named word: WordKey) -> Language? {
    if english.contains(word) { return .english }
    return indonesian.contains(word) ? .indonesian : nil
  }

  private static let english = [WordKey("english"), WordKey("inggris")]
  private static let indonesian = [WordKey("indonesian"), WordKey("indonesia")]
}
