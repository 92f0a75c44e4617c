import Model
import Translation

/// What is said of words that are looked up and added.
enum GlossaryMessage {
  /// Which dictionary says it, and of what.
  static func origin(_ kind: DictionaryKind, isOfWord: Bool) -> Phrase {
    if isOfWord { return name(of: kind) }
    return name(of: kind)
      + Phrase(
        english: ", of words with the same stem",
        indonesian: ", untuk kata yang sama dasarnya")
  }

  private static func name(of kind: DictionaryKind) -> Phrase {
    switch kind {
    case .text: Phrase(english: "the documents", indonesian: "dokumen")
    case .userGlossary: Phrase(english: "your glossary", indonesian: "glosarium Anda")
    case .builtInGlossary: Phrase(english: "tanya's glossary", indonesian: "glosarium tanya")
    case .freeDict: Phrase(verbatim: "FreeDict")
    case .wordnet: Phrase(verbatim: "Wordnet Bahasa")
    }
  }

  static func phrase(_ error: UserGlossary.Failure, in path: String) -> Phrase {
    switch error {
    case .file(let error): return ErrorMessage.phrase(error)
    case .glossary(let problem):
      let (path, problem) = (VisibleText.line(path), DictionaryMessage.phrase(problem))
      return Phrase(
        english: "\(path) is no glossary (\(problem.english)): mend it or move it away",
        indonesian: "\(path) bukan glosarium (\(problem.indonesian)): perbaiki atau pindahkan")
    case .unusable(let word):
      let (word, limit) = (VisibleText.line(word), SynonymSet.maximumPhraseLength)
      return Phrase(
        english: "\(word) cannot stand in a glossary: an entry has one to \(limit) words, not all"
          + " of them too common, and neither tab nor ;",
        indonesian: "\(word) tidak dapat masuk glosarium: isinya satu sampai \(limit) kata, tidak"
          + " semuanya terlalu umum, tanpa tab atau ;")
    }
  }

  static func noTranslation(of word: String) -> Phrase {
    let word = VisibleText.line(word)
    return Phrase(
      english: "no dictionary has \(word): add it with"
        + " tanya glossary --add \"\(word) = TRANSLATION\"",
      indonesian: "tidak ada kamus yang memuat \(word): tambahkan dengan"
        + " tanya glossary --add \"\(word) = TERJEMAHAN\"")
  }
}
