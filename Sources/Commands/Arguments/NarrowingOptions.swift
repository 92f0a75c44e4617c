import ArgumentParser
import Library

/// Options that narrow questions to some documents.
struct NarrowingOptions: ParsableArguments {
  @Option(
    name: .customLong("in"), parsing: .singleValue,
    help: ArgumentHelp(
      "Ask only documents whose path or title contains this, or whose path matches it (*, ?);"
        + " may be repeated.", valueName: "pattern"))
  var patterns: [String] = []

  @Option(
    name: .customLong("since"),
    help: ArgumentHelp(
      "Ask only documents of this date or later: 2026, 2026-03 or 2026-03-14.",
      valueName: "date"))
  var since: String?

  func validate() throws {
    if let since, EarliestDate(since) == nil {
      throw ValidationError("--since takes a date such as 2026, 2026-03 or 2026-03-14.")
    }
  }

  var narrowing: Narrowing {
    Narrowing(
      patterns: patterns.map { DocumentPattern($0) }, since: since.flatMap { EarliestDate($0) })
  }
}
