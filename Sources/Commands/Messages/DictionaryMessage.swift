import Model
import Translation

/// Messages about dictionaries and glossaries.
enum DictionaryMessage {
  /// Describes a dictionary: its name with its number of word pairs, or with the reason why it
  /// cannot be used.
  static func phrase(_ entry: DictionaryReport.Entry) -> Phrase {
    let outcome = entry.outcome
    var text = name(entry.dictionary)
    if let problem = outcome.problem {
      text = text + Phrase(verbatim: ": ") + phrase(problem)
    } else {
      let pairs = Quantity.count(outcome.pairCount, .init("pair", indonesian: "pasangan"))
      let languages = outcome.languages.map { "\($0.source) → \($0.target), " } ?? ""
      text = text + Phrase(verbatim: ": \(languages)") + pairs
    }
    guard outcome.refusedLineCount > 0, let first = outcome.firstRefusedLine else { return text }
    let count = Quantity.count(outcome.refusedLineCount, .init("line", indonesian: "baris"))
    return text
      + Phrase(
        english: "; \(count.english) ignored, the first is line \(first)",
        indonesian: "; \(count.indonesian) diabaikan, yang pertama baris \(first)")
  }

  private static func name(_ dictionary: BilingualDictionary) -> Phrase {
    switch dictionary.kind {
    case .text:
      Phrase(english: "names in the documents", indonesian: "nama dalam dokumen")
    case .builtInGlossary:
      Phrase(english: "the glossary of tanya", indonesian: "glosarium tanya")
    case .userGlossary, .freeDict, .wordnet: Phrase(verbatim: dictionary.path)
    }
  }

  static func phrase(_ problem: DictionaryReport.Problem) -> Phrase {
    switch problem {
    case .unreadable: Phrase(english: "cannot be read", indonesian: "tidak dapat dibaca")
    case .damaged:
      Phrase(english: "damaged or incomplete", indonesian: "rusak, atau tidak lengkap")
    case .tooLarge: Phrase(english: "too large", indonesian: "terlalu besar")
    case .languagesMissing:
      Phrase(
        english: "the first line does not name its languages",
        indonesian: "baris pertama tidak menyebut bahasanya")
    case .wordnetMissing:
      Phrase(
        english: "needs the Princeton WordNet, which is not installed",
        indonesian: "memerlukan Princeton WordNet, yang belum terpasang")
    }
  }

  static func remedy(_ entry: DictionaryReport.Entry) -> Phrase? {
    switch (entry.outcome.problem, entry.dictionary.kind) {
    case (.languagesMissing, .userGlossary):
      Phrase(
        english: "start it with a line en<TAB>id",
        indonesian: "awali dengan baris en<TAB>id")
    case (.damaged, .freeDict):
      Phrase(english: "reinstall its package", indonesian: "pasang ulang paketnya")
    case (.unreadable, _): Phrase(verbatim: "chmod a+r \(ShellWord.quoted(entry.dictionary.path))")
    default: nil
    }
  }

  static func missing(_ addition: DictionaryReport.Addition) -> Phrase {
    switch addition {
    case .package(let name):
      Phrase(
        english: "more words across languages with the package \(name)",
        indonesian: "lebih banyak kata antarbahasa dengan paket \(name)")
    case .wordnetTable:
      Phrase(
        english: "more words across languages with Wordnet Bahasa",
        indonesian: "lebih banyak kata antarbahasa dengan Wordnet Bahasa")
    }
  }

  static func remedy(_ addition: DictionaryReport.Addition) -> Phrase {
    switch addition {
    case .package(let name): return Phrase(verbatim: "apt-get install \(name)")
    case .wordnetTable(let paths):
      let places = paths.joined(separator: ", ")
      return Phrase(
        english: "put wn-data-ind.tab of the Open Multilingual Wordnet in one of these places:"
          + " \(places)",
        indonesian: "taruh wn-data-ind.tab dari Open Multilingual Wordnet di salah satu:"
          + " \(places)")
    }
  }

  static let notKept = Phrase(
    english: "compiled again at every start, since there is no folder for the compiled table",
    indonesian: "disusun ulang setiap kali, karena tidak ada folder untuk menyimpan tabelnya")

  static func noGlossary(in folder: String) -> Phrase {
    Phrase(
      english: "none yet; yours would be \(folder)/glossary.tsv",
      indonesian: "belum ada; tempatnya \(folder)/glossary.tsv")
  }
}

/// Messages about words that are looked up or added.
enum GlossaryMessage {
  /// Returns the name of the dictionary that lists a translation.
  ///
  /// - Parameter isOfWord: `false` if the dictionary lists only words with the same stem.
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
        english: "\(path) is not a glossary (\(problem.english)): repair it or move it away",
        indonesian: "\(path) bukan glosarium (\(problem.indonesian)): perbaiki atau pindahkan")
    case .unusable(let word):
      let (word, limit) = (VisibleText.line(word), SynonymSet.maximumPhraseLength)
      return Phrase(
        english: "\(word) cannot be a glossary entry: an entry has one to \(limit) words, not all"
          + " of them too common, and neither tab nor ;",
        indonesian: "\(word) tidak dapat masuk glosarium: isinya satu sampai \(limit) kata, tidak"
          + " semuanya terlalu umum, tanpa tab atau ;")
    }
  }

  static func noTranslation(of word: String) -> Phrase {
    let word = VisibleText.line(word)
    return Phrase(
      english: "no dictionary lists \(word): add it with"
        + " tanya glossary --add \"\(word) = TRANSLATION\"",
      indonesian: "tidak ada kamus yang memuat \(word): tambahkan dengan"
        + " tanya glossary --add \"\(word) = TERJEMAHAN\"")
  }

  /// The reply of the shell if no dictionary lists a word.
  static func noTranslationInShell(of word: String) -> Phrase {
    let word = VisibleText.line(word)
    return Phrase(
      english: "No dictionary lists *\(word)*: add it with :glossary add \(word) = TRANSLATION",
      indonesian: "Tidak ada kamus yang memuat *\(word)*: tambahkan dengan"
        + " :glossary add \(word) = TERJEMAHAN")
  }

  static func added(
    _ word: String, _ translation: String, _ languages: LanguagePair, isNew: Bool
  ) -> Phrase {
    let entry =
      "\(VisibleText.line(word)) = \(VisibleText.line(translation))"
      + " (\(languages.source) = \(languages.target))"
    return Phrase(
      english: isNew ? "Added: \(entry)." : "Your glossary lists it already: \(entry).",
      indonesian: isNew ? "Ditambahkan: \(entry)." : "Sudah ada dalam glosarium: \(entry).")
  }

  static let needsIndex = Phrase(
    english: "A glossary belongs to an index of your own: make one with tanya index FOLDER",
    indonesian: "Glosarium disimpan di samping indeks sendiri: buat dengan tanya index FOLDER")

  /// A notice, shown only once, that a recommended dictionary is not installed.
  static func missing(package: String) -> Phrase {
    Phrase(
      english: "tanya: translated with tanya's own glossary only;"
        + " apt-get install \(package) adds many more words (this notice appears once)",
      indonesian: "tanya: diterjemahkan dengan glosarium tanya saja;"
        + " apt-get install \(package) menambah banyak kosakata (disampaikan sekali)")
  }
}
