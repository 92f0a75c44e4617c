import ArgumentParser

extension AnswerFormat: ExpressibleByArgument {}

/// Options for the output format.
struct FormatOptions: ParsableArguments {
  @Option(name: .customLong("format"), help: "The form of the output.")
  var chosenFormat: AnswerFormat?

  @Flag(name: .customLong("json"), help: "Short for --format json.")
  var json = false

  @Option(name: .customLong("color"), help: "When to use colour (default: auto).")
  var color: ColorChoice?

  /// The chosen format; nil if none was chosen.
  var format: AnswerFormat? { json ? .json : chosenFormat }

  func format(default standard: AnswerFormat) -> AnswerFormat { format ?? standard }

  func validate() throws {
    if json, let chosenFormat, chosenFormat != .json, chosenFormat != .jsonl {
      throw ValidationError("--json and --format \(chosenFormat.rawValue) exclude each other.")
    }
  }
}

extension ColorChoice: ExpressibleByArgument {}
