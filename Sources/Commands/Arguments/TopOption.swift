import ArgumentParser

/// The option for the number of results.
struct TopOption: ParsableArguments {
  /// The default number of citations of an answer.
  static let citations = 3
  /// The default number of documents of a ranking.
  static let documents = 10
  static let range = ConfigurationKey.topRange

  @Option(
    name: [.customLong("top"), .customShort("k")],
    help: ArgumentHelp(
      "How many citations (default: 3) or, with --retrieve, documents (default: 10) to give.",
      valueName: "count"))
  var count: Int?

  func validate() throws {
    if let count, !Self.range.contains(count) {
      throw ValidationError("--top must lie between 1 and 100000.")
    }
  }
}
