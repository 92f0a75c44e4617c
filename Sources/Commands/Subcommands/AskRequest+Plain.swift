import Library
import Retrieval

extension AskRequest {
  /// Reads the arguments of the plainest and most frequent calls without ArgumentParser, which
  /// takes longer to reflect upon its commands than tanya takes to answer.
  ///
  /// Nil for all others, right or wrong: they are ArgumentParser's. What both read, they read
  /// alike; a test compares them.
  ///
  /// - Parameter arguments: those behind `tanya ask`.
  init?(plain arguments: [String]) {
    var question = ""
    var request = AskRequest(question: "")
    var weights = PlainWeights()
    var isFirstWord = true
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if !argument.hasPrefix("-") {
        question += isFirstWord ? argument : " " + argument
        isFirstWord = false
      } else if !request.readFlag(argument) {
        guard let value = rest.popFirst(), !value.hasPrefix("-"),
          request.readOption(argument, value) || weights.readOption(argument, value)
        else { return nil }
      }
    }
    request.question = question
    request.options.search = weights.options
    self = request
  }

  private mutating func readFlag(_ name: String) -> Bool {
    switch name {
    case "--json": format = .json
    case "--quiet", "-q": index.isQuiet = true
    default: return false
    }
    return true
  }

  private mutating func readOption(_ name: String, _ value: String) -> Bool {
    switch name {
    case "--index": index.folder = value
    case "--top", "-k":
      guard let count = Int(value), TopOption.range.contains(count) else { return false }
      top = count
    case "--language", "-l":
      guard let choice = LanguageChoice(argument: value) else { return false }
      options.language = choice.language
    default: return false
    }
    return true
  }
}

/// How passages are weighed, as the plain reader of `tanya ask` reads it.
private struct PlainWeights {
  private var weighting = WeightingChoice.default
  private var k1: Double?
  private var b: Double?
  private var fields: FieldsChoice?

  var options: SearchOptions {
    SearchOptions(weighting: weighting.weighting, k1: k1, b: b, fields: fields?.fields)
  }

  mutating func readOption(_ name: String, _ value: String) -> Bool {
    switch name {
    case "--weighting":
      guard let choice = WeightingChoice(rawValue: value) else { return false }
      weighting = choice
    case "--fields":
      fields = FieldsChoice(rawValue: value)
      return fields != nil
    case "--k1":
      k1 = Double(value).flatMap { QuestionOptions.k1Range.contains($0) ? $0 : nil }
      return k1 != nil
    case "--b":
      b = Double(value).flatMap { QuestionOptions.bRange.contains($0) ? $0 : nil }
      return b != nil
    default: return false
    }
    return true
  }
}
