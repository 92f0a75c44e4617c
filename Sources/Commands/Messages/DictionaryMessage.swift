import Model
import Translation

/// What is said of dictionaries and glossaries.
enum DictionaryMessage {
  /// Which one it is, and what it gives or why it gives nothing.
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
        english: "; \(count.english) no entry, the first is line \(first)",
        indonesian: "; \(count.indonesian) bukan entri, yang pertama baris \(first)")
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
      Phrase(english: "damaged, or a part is missing", indonesian: "rusak, atau tidak lengkap")
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
        english: "begin it with a line en<TAB>id",
        indonesian: "awali dengan baris en<TAB>id")
    case (.damaged, .freeDict):
      Phrase(english: "install its package again", indonesian: "pasang ulang paketnya")
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
        english: "put wn-data-ind.tab of the Open Multilingual Wordnet at one of: \(places)",
        indonesian: "taruh wn-data-ind.tab dari Open Multilingual Wordnet di salah satu:"
          + " \(places)")
    }
  }

  static let notKept = Phrase(
    english: "compiled anew at every start, since there is no folder to keep the table in",
    indonesian: "disusun ulang setiap kali, karena tidak ada folder untuk menyimpan tabelnya")

  static func noGlossary(in folder: String) -> Phrase {
    Phrase(
      english: "none of your own; it would be \(folder)/glossary.tsv",
      indonesian: "belum ada milik sendiri; tempatnya \(folder)/glossary.tsv")
  }
}
