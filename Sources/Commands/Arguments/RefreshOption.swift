import ArgumentParser

/// The flag that keeps an index as it is.
struct RefreshOption: ParsableArguments {
  @Flag(
    name: .customLong("no-refresh"),
    help: "Do not take up new and changed files, however few, before answering.")
  var isRefused = false

  /// Nil for the configuration's choice.
  var choice: Bool? { isRefused ? false : nil }
}
