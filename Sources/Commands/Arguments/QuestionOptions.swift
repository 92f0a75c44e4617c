import ArgumentParser
import Library
import Model
import Retrieval
import TextAnalysis

/// Options for the language of questions and the weighting of terms.
struct QuestionOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The language of the question: auto (the default), en, id, or another two-letter code.",
      valueName: "language"))
  var language: LanguageChoice?

  @Option(
    help: "Weighting of terms: default, bm25 (plain BM25) or tfidf (classic tf·idf, cosine).")
  var weighting = WeightingChoice.default

  @Option(
    name: .customLong("k1"),
    help: "Saturation of term frequency, 0 or more (1.2 for bm25, 1.0 by default).")
  var k1: Double?

  @Option(
    name: .customLong("b"), help: "Length normalisation, 0 to 1 (0.75 for bm25, 0.6 by default).")
  var b: Double?

  @Option(
    help: ArgumentHelp(
      "Whether title and headings also count by themselves (weighted, as by default) or only as"
        + " part of the text (joined)."))
  var fields: FieldsChoice?

  var search: SearchOptions {
    SearchOptions(weighting: weighting.weighting, k1: k1, b: b, fields: fields?.fields)
  }

  /// - Parameters:
  ///   - configuration: Chooses the language where no option does.
  ///   - nearest: Whether the nearest passages are wanted where nothing is cited.
  func askOptions(_ configuration: Configuration, nearest: Bool = false) -> AskOptions {
    AskOptions(
      language: configuration.language(language), search: search, givesNearest: nearest)
  }

  func validate() throws {
    if let k1, !Self.k1Range.contains(k1) {
      throw ValidationError("--k1 must lie between 0 and 1000.")
    }
    if let b, !Self.bRange.contains(b) { throw ValidationError("--b must lie between 0 and 1.") }
  }

  static let k1Range = 0...1000.0
  static let bRange = 0.0...1
}

/// The argument for `SearchOptions.Weighting`.
enum WeightingChoice: String, CaseIterable, ExpressibleByArgument {
  case `default`, bm25, tfidf

  var weighting: SearchOptions.Weighting {
    switch self {
    case .default: .default
    case .bm25: .bm25
    case .tfidf: .tfidf
    }
  }
}

/// The argument for `SearchOptions.Fields`.
enum FieldsChoice: String, CaseIterable, ExpressibleByArgument {
  case joined, weighted

  var fields: SearchOptions.Fields {
    switch self {
    case .joined: .joined
    case .weighted: .weighted
    }
  }
}

extension LanguageChoice: ExpressibleByArgument {
  static let defaultCompletionKind = CompletionKind.list(["auto", "en", "id"])
}
