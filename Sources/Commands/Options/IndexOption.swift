import ArgumentParser
import TextAnalysis

/// Which documents are asked.
struct IndexOption: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp(
      "The index to use (default: $TANYA_INDEX, then index/ here or above, then the built-in"
        + " articles).", valueName: "folder"))
  var folder: String?

  @Flag(name: .shortAndLong, help: "Say nothing but what was asked for.")
  var quiet = false

  /// Finds the index, and says so where it is not one of the person's own.
  func location(announcing message: UserMessage? = .builtInLibrary) -> LibraryLocation {
    let location = LibraryLocation.find(
      option: folder, environment: .process, from: LibraryLocation.currentFolder)
    if location == .builtIn, !quiet, let message {
      Output.note(message.phrase.text(in: .english))
    }
    return location
  }
}
