import ArgumentParser
import Library
import Platform

/// The option that chooses the index, and the flag that suppresses messages.
struct IndexOption: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp(
      "The index to use (default: $TANYA_INDEX, then index/ here or above, then the built-in"
        + " articles).", valueName: "folder"),
    completion: .directory)
  var folder: String?

  @Flag(name: .shortAndLong, help: "Suppress messages; print only results.")
  var quiet = false

  var choice: IndexChoice { IndexChoice(folder: folder, isQuiet: quiet) }
}

/// The choice of an index, as it was typed.
struct IndexChoice: Sendable, Equatable {
  /// The folder that `--index` names.
  var folder: String?
  /// Whether messages are suppressed.
  var isQuiet = false

  /// Finds the index, and announces the built-in articles if there is none.
  func location(announcing message: Phrase? = IndexMessage.builtInLibrary) -> LibraryLocation {
    let location = LibraryLocation.find(
      option: folder, environment: .process, from: LibraryLocation.currentFolder)
    if location == .builtIn, !isQuiet, let message {
      Output.note(message)
    }
    if case .foreign(let folder) = location, !isQuiet {
      Output.note(IndexMessage.foreignIndex(folder: folder))
    }
    return location
  }

  /// Notes once that a dictionary is missing, if a question was translated without it.
  func noteMissingDictionary(of library: Library) {
    guard !isQuiet, let message = DictionaryNotice.take(from: library) else { return }
    Output.note(message)
  }
}
