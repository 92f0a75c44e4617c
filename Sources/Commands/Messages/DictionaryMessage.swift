import Translation

/// What is said of dictionaries.
enum DictionaryMessage {
  static func name(of kind: DictionaryKind) -> Phrase {
    switch kind {
    case .text: Phrase(english: "the documents", indonesian: "dokumen sendiri")
    case .userGlossary: Phrase(english: "your glossary", indonesian: "glosarium Anda")
    case .builtInGlossary: Phrase(english: "tanya's glossary", indonesian: "glosarium tanya")
    case .freeDict: Phrase(english: "FreeDict", indonesian: "FreeDict")
    case .wordnet: Phrase(english: "Wordnet Bahasa", indonesian: "Wordnet Bahasa")
    }
  }

  /// Which dictionary says it, and of what.
  static func origin(_ kind: DictionaryKind, isOfWord: Bool) -> Phrase {
    let name = name(of: kind)
    if isOfWord { return name }
    return Phrase(
      english: "\(name.english), of words with the same stem",
      indonesian: "\(name.indonesian), untuk kata yang sama dasarnya")
  }

  static func noTranslation(of word: String) -> String {
    "no dictionary has \(VisibleText.line(word)): add it with tanya glossary --add"
      + " \"\(VisibleText.line(word)) = TRANSLATION\""
  }

  static func text(_ problem: DictionaryReport.Problem) -> String {
    switch problem {
    case .unreadable: "it cannot be read"
    case .damaged: "it is damaged, or a part of it is missing"
    case .tooLarge: "it is too large"
    case .languagesMissing: "its first line does not name its languages, as in: en<TAB>id"
    case .wordnetMissing: "it needs the Princeton WordNet: apt-get install wordnet-base"
    }
  }

  static func text(_ addition: DictionaryReport.Addition) -> Phrase {
    switch addition {
    case .package(let name):
      return Phrase(
        english: "apt-get install \(name) brings more words",
        indonesian: "apt-get install \(name) menambah kosakata")
    case .wordnetTable(let paths):
      let place = paths.last.map { VisibleText.line($0) } ?? "$\(DictionaryPlaces.wordnetVariable)"
      return Phrase(
        english: "Wordnet Bahasa (wn-data-ind.tab, put at \(place)) brings more words",
        indonesian: "Wordnet Bahasa (wn-data-ind.tab, di \(place)) menambah kosakata")
    }
  }
}
