import ArgumentParser

/// The form of the output.
enum AnswerFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
  case text, json, jsonl, tsv, markdown, html, vimgrep, answer, trec
}

/// Options for the form of the output.
struct FormatOptions: ParsableArguments {
  @Option(name: .customLong("format"), help: "The form of the output.")
  var chosenFormat: AnswerFormat?

  @Flag(name: .customLong("json"), help: "Short for --format json.")
  var json = false

  @Option(name: .customLong("color"), help: "When to use colour.")
  var color = ColorChoice.auto

  func format(default standard: AnswerFormat) -> AnswerFormat {
    json ? .json : chosenFormat ?? standard
  }

  func validate() throws {
    if json, let chosenFormat, chosenFormat != .json, chosenFormat != .jsonl {
      throw ValidationError("--json and --format \(chosenFormat.rawValue) exclude each other.")
    }
  }

  /// The typesetter for text on standard output.
  var typesetter: Typesetter { Typesetter(forOutput: color) }
}

extension ColorChoice: ExpressibleByArgument {}
