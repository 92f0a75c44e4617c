import TextAnalysis
import Translation

/// Dictionaries for people.
enum DictionaryText {
  /// One line for each dictionary, in the order in which they are asked.
  static func lines(_ report: DictionaryReport) -> [String] { report.entries.map(line) }

  /// `FreeDict: 14,084 pairs en–id (/usr/share/dictd/freedict-eng-ind.index)`, and what is wrong.
  static func line(_ entry: DictionaryReport.Entry) -> String {
    let outcome = entry.outcome
    let name = DictionaryMessage.name(of: entry.dictionary.kind).english
    let path = entry.dictionary.path
    let place = path.isEmpty ? "" : " (\(VisibleText.line(path)))"
    guard let languages = outcome.languages, outcome.problem == nil else {
      let problem = outcome.problem ?? .damaged
      return "\(name)\(place) is not in use: \(DictionaryMessage.text(problem))"
    }
    var line =
      "\(name): \(Quantity.count(outcome.pairCount, "pair"))"
      + " \(languages.source)–\(languages.target)\(place)"
    if let first = outcome.firstRefusedLine {
      line +=
        "; \(Quantity.count(outcome.refusedLineCount, "line")) left out, the first is"
        + " line \(first)"
    }
    return line
  }

  /// What would translate more words, and how to get it.
  static func additions(_ report: DictionaryReport) -> [String] {
    report.additions.map { DictionaryMessage.text($0).english }
  }

  /// A heading for each direction, then a line for each dictionary that has the word.
  static func text(_ found: [WordTranslations], of word: String, in language: Language) -> String {
    var text = ""
    for direction in found {
      let pair = direction.languages
      text += "\(VisibleText.line(word)) (\(pair.source) → \(pair.target))\n"
      for kind in DictionaryKind.allCases {
        for isOfWord in [true, false] {
          let words = direction.translations.filter { $0.source == kind && $0.isOfWord == isOfWord }
          guard !words.isEmpty else { continue }
          let origin = DictionaryMessage.origin(kind, isOfWord: isOfWord).text(in: language)
          let list = words.map { VisibleText.line($0.text) }.joined(separator: ", ")
          text += "  \(list)  (\(origin))\n"
        }
      }
    }
    return text
  }
}
