import ArgumentParser
import Library

/// The options that choose the index and the configuration, and the flag that suppresses messages.
struct IndexOption: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp(
      "The index to use (default: $TANYA_INDEX, then index/ here or above, then the library that"
        + " your configuration chooses, then the built-in articles).", valueName: "folder"),
    completion: .directory)
  var folder: String?

  @Option(
    name: .customLong("library"), parsing: .singleValue,
    help: ArgumentHelp(
      "The library of your configuration to use; several are asked as one.", valueName: "name"))
  var libraries: [String] = []

  @Option(
    name: .customLong("cluster"),
    help: ArgumentHelp(
      "The cluster of your configuration to use, over the network, instead of an index.",
      valueName: "name"))
  var cluster: String?

  @Flag(help: "Read no configuration file.") var noConfig = false

  @Flag(name: .shortAndLong, help: "Suppress messages; print only results.")
  var quiet = false

  func validate() throws {
    if folder != nil, !libraries.isEmpty {
      throw ValidationError("--index and --library exclude each other.")
    }
    if cluster != nil, folder != nil || !libraries.isEmpty {
      throw ValidationError("--cluster excludes --index and --library.")
    }
  }

  var choice: IndexChoice {
    IndexChoice(
      folder: folder, libraries: libraries, cluster: cluster, isQuiet: quiet,
      ignoresConfiguration: noConfig)
  }
}
