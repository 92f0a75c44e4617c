import ArgumentParser
import TextAnalysis

/// How questions are understood and passages weighed.
struct QuestionOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The language of the question: auto, en, id, or another two-letter code.",
      valueName: "language"))
  var language = LanguageChoice.auto

  @Option(
    name: .customLong("weighting"),
    help: "How terms are weighed: default, bm25 (plain BM25) or tfidf (classic tf·idf, cosine).")
  var weighting = AskOptions.Weighting.default

  @Option(
    name: .customLong("k1"), help: "Saturation of term frequency in plain BM25 (0 or more).")
  var k1 = AskOptions().k1

  @Option(name: .customLong("b"), help: "Length normalisation in plain BM25 (0 to 1).")
  var b = AskOptions().b

  @Option(
    name: .customLong("fields"),
    help: "Whether title and text count apart (separate) or as one text (joined).")
  var fields = AskOptions.Fields.separate

  var askOptions: AskOptions {
    AskOptions(language: language.language, weighting: weighting, k1: k1, b: b, fields: fields)
  }

  func validate() throws {
    guard k1.isFinite, k1 >= 0 else { throw ValidationError("--k1 must be 0 or more.") }
    guard (0...1).contains(b) else { throw ValidationError("--b must lie between 0 and 1.") }
  }
}

extension AskOptions.Weighting: ExpressibleByArgument {}
extension AskOptions.Fields: ExpressibleByArgument {}

/// A language that is named, or to be told from the question's words.
struct LanguageChoice: ExpressibleByArgument, CustomStringConvertible {
  var language: Language?

  static let auto = LanguageChoice(language: nil)

  init(language: Language?) { self.language = language }

  init?(argument: String) {
    if argument == "auto" {
      self.init(language: nil)
    } else {
      let isCode = argument.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      guard isCode, (2...3).contains(argument.utf8.count) else { return nil }
      self.init(language: Language(rawValue: argument))
    }
  }

  var description: String { language?.rawValue ?? "auto" }
}
