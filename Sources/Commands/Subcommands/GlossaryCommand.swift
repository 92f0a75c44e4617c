import ArgumentParser
import Library
import Model
import Retrieval
import TextAnalysis
import Translation

/// `tanya glossary [WORD…]`: looks up a word, or adds an entry to the user's glossary.
struct GlossaryCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "glossary",
    abstract: "Look a word up in the dictionaries, or add to your own glossary.",
    discussion: """
      Examples:
        tanya glossary tenaga kerja
        tanya glossary --add "kedaulatan digital = digital sovereignty"
        tanya glossary                           (the dictionaries in use)

      Your glossary is glossary.tsv in the index folder: a first line with two languages, then a \
      pair per line, separated by tabs. Its entries precede all other dictionaries.
      """)

  @Argument(help: "A word or phrase in either language.") var word: [String] = []
  @Option(
    name: .customLong("add"), parsing: .singleValue,
    help: ArgumentHelp(
      "Add a pair to your glossary; may be repeated.", valueName: "word = translation"))
  var entries: [String] = []
  @OptionGroup var index: IndexOption

  func validate() throws {
    for entry in entries where GlossaryRequest(adding: entry) == .incomplete {
      throw ValidationError("--add needs both sides, as in --add \"tenaga kerja = workforce\".")
    }
    if !entries.isEmpty, !word.isEmpty {
      throw ValidationError("Either look a word up or --add to the glossary.")
    }
  }

  func perform() throws(CommandError) -> Int32 {
    let location = try index.choice.location(index.choice.configuration(), announcing: nil)
    let library = try asking { () throws(IndexError) in try Library(location) }
    guard entries.isEmpty else { return try add(to: library) }
    var output = Output()
    var status = ExitStatus.cited
    if word.isEmpty {
      for entry in library.dictionaries.entries {
        output.append(DictionaryMessage.phrase(entry).text(in: .spoken) + "\n")
      }
    } else {
      let word = word.joined(separator: " ")
      let found = library.translations(of: word)
      output.append(DictionaryText.text(found, of: word, in: .spoken))
      if found.isEmpty {
        status = ExitStatus.nothingFound
        Output.report(GlossaryMessage.noTranslation(of: word))
      }
    }
    try output.flush()
    return status
  }

  private func add(to library: Library) throws(CommandError) -> Int32 {
    for entry in entries {
      guard case .add(let word, let translation) = GlossaryRequest(adding: entry) else { continue }
      guard let message = try GlossaryRequest.add(word, translation, to: library) else {
        Output.note(GlossaryMessage.needsIndex)
        return ExitStatus.failed
      }
      if !index.quiet { Output.note(message) }
    }
    return ExitStatus.cited
  }
}
