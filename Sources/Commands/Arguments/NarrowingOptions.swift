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
    name: .customLong("author"), parsing: .singleValue,
    help: ArgumentHelp(
      "Ask only documents whose author contains this; may be repeated.", valueName: "name"))
  var authors: [String] = []

  @Option(
    name: .customLong("title"), parsing: .singleValue,
    help: ArgumentHelp(
      "Ask only documents whose title contains this; may be repeated.", valueName: "words"))
  var titles: [String] = []

  @Option(
    name: .customLong("tag"), parsing: .singleValue,
    help: ArgumentHelp(
      "Ask only documents with this tag, or one below it (project for project/a); may be"
        + " repeated.", valueName: "tag"))
  var tags: [String] = []

  @Option(
    name: .customLong("since"),
    help: ArgumentHelp(
      "Ask only documents of this date or later: 2026, 2026-03 or 2026-03-14.",
      valueName: "date"))
  var since: String?

  @Option(
    name: .customLong("before"),
    help: ArgumentHelp("Ask only documents of an earlier date than this.", valueName: "date"))
  var before: String?

  func validate() throws {
    for (name, date) in [("since", since), ("before", before)] {
      if let date, DateBorder(date) == nil {
        throw ValidationError("--\(name) takes a date such as 2026, 2026-03 or 2026-03-14.")
      }
    }
    for (name, values) in [("author", authors), ("title", titles), ("tag", tags)]
    where values.contains(where: { $0.utf8.allSatisfy(\.isBlank) }) {
      throw ValidationError("--\(name) is empty.")
    }
  }

  var narrowing: Narrowing {
    var narrowing = Narrowing(
      patterns: patterns.map { DocumentPattern($0) }, since: since.flatMap { DateBorder($0) })
    (narrowing.authors, narrowing.titles, narrowing.tags) = (authors, titles, tags)
    narrowing.before = before.flatMap { DateBorder($0) }
    return narrowing
  }
}
