import TextAnalysis
import Translation

/// What is said of dictionaries.
enum DictionaryMessage {
  /// A line for each dictionary, in the order in which they are asked.
  static func lines(_ report: DictionaryReport) -> [Phrase] { report.entries.map(line) }

  /// `FreeDict: 14,084 pairs en–id (/usr/share/dictd/…)`, or what is wrong with it.
  static func line(_ entry: DictionaryReport.Entry) -> Phrase {
    let outcome = entry.outcome
    let path = entry.dictionary.path
    let place = Phrase(verbatim: path.isEmpty ? "" : " (\(VisibleText.line(path)))")
    let name = name(of: entry.dictionary.kind)
    guard let languages = outcome.languages, outcome.problem == nil else {
      return name + place
        + Phrase(english: " is not in use: ", indonesian: " tidak dipakai: ")
        + phrase(outcome.problem ?? .damaged)
    }
    let pairs = Quantity.Noun("pair", indonesian: "pasangan")
    let line =
      name + Phrase(verbatim: ": ") + Quantity.count(outcome.pairCount, pairs)
      + Phrase(verbatim: " \(languages.source)–\(languages.target)") + place
    guard let first = outcome.firstRefusedLine else { return line }
    let lines = Quantity.count(
      outcome.refusedLineCount, Quantity.Noun("line", indonesian: "baris"))
    return line
      + Phrase(
        english: "; \(lines.english) left out, the first is line \(first)",
        indonesian: "; \(lines.indonesian) dilewatkan, yang pertama baris \(first)")
  }

  /// What would translate more words, and how to get it.
  static func additions(_ report: DictionaryReport) -> [Phrase] { report.additions.map(phrase) }

  static func name(of kind: DictionaryKind) -> Phrase {
    switch kind {
    case .text: Phrase(english: "the documents", indonesian: "dokumen")
    case .userGlossary: Phrase(english: "your glossary", indonesian: "glosarium Anda")
    case .builtInGlossary: Phrase(english: "tanya's glossary", indonesian: "glosarium tanya")
    case .freeDict: Phrase(verbatim: "FreeDict")
    case .wordnet: Phrase(verbatim: "Wordnet Bahasa")
    }
  }

  /// Which dictionary says it, and of what.
  static func origin(_ kind: DictionaryKind, isOfWord: Bool) -> Phrase {
    if isOfWord { return name(of: kind) }
    return name(of: kind)
      + Phrase(
        english: ", of words with the same stem",
        indonesian: ", untuk kata yang sama dasarnya")
  }

  static func phrase(_ problem: DictionaryReport.Problem) -> Phrase {
    switch problem {
    case .unreadable:
      Phrase(english: "it cannot be read", indonesian: "tidak dapat dibaca")
    case .damaged:
      Phrase(
        english: "it is damaged, or a part of it is missing",
        indonesian: "rusak, atau ada bagian yang hilang")
    case .tooLarge: Phrase(english: "it is too large", indonesian: "terlalu besar")
    case .languagesMissing:
      Phrase(
        english: "its first line does not name its languages, as in: en<TAB>id",
        indonesian: "baris pertamanya tidak menyebut bahasanya, misalnya: en<TAB>id")
    case .wordnetMissing:
      Phrase(
        english: "it needs the Princeton WordNet: apt-get install wordnet-base",
        indonesian: "memerlukan WordNet Princeton: apt-get install wordnet-base")
    }
  }

  static func phrase(_ addition: DictionaryReport.Addition) -> Phrase {
    let more = Phrase(english: " brings more words", indonesian: " menambah kosakata")
    switch addition {
    case .package(let name): return Phrase(verbatim: "apt-get install \(name)") + more
    case .wordnetTable(let paths):
      let place = paths.last.map { VisibleText.line($0) } ?? "$\(DictionaryPlaces.wordnetVariable)"
      return Phrase(
        english: "Wordnet Bahasa (wn-data-ind.tab, put at \(place))",
        indonesian: "Wordnet Bahasa (wn-data-ind.tab, di \(place))") + more
    }
  }

  static func phrase(_ error: UserGlossary.Failure, in path: String) -> Phrase {
    switch error {
    case .file(let error): return ErrorMessage.phrase(error)
    case .glossary(let problem):
      let problem = phrase(problem)
      return Phrase(
        english: "\(VisibleText.line(path)) is no glossary: \(problem.english);"
          + " mend it or move it away",
        indonesian: "\(VisibleText.line(path)) bukan glosarium: \(problem.indonesian);"
          + " perbaiki atau pindahkan")
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
