import ArgumentParser

/// Which documents are asked.
struct IndexOption: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp(
      "The index to use (default: $TANYA_INDEX, then index/ here or above, then the built-in"
        + " articles).", valueName: "folder"),
    completion: .directory)
  var folder: String?

  @Flag(name: .shortAndLong, help: "Say nothing but what was asked for.")
  var quiet = false

  var choice: IndexChoice { IndexChoice(folder: folder, isQuiet: quiet) }
}
