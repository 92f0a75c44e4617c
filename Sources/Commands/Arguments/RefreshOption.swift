import ArgumentParser

/// The flag that prevents the index from being updated.
struct RefreshOption: ParsableArguments {
  @Flag(
    name: .customLong("no-refresh"),
    help: "Do not take up new and changed files, however few, before answering.")
  var isRefused = false

  /// The choice on the command line; nil for that of the configuration.
  var choice: Bool? { isRefused ? false : nil }
}
