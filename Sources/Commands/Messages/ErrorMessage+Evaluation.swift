import Evaluation

extension ErrorMessage {
  /// What is wrong with a line of questions with expected answers.
  static func text(_ error: QuestionFileError, in path: String) -> String {
    "\(VisibleText.line(path)), line \(error.line): \(text(error.kind))"
  }

  private static func text(_ kind: QuestionFileError.Kind) -> String {
    switch kind {
    case .invalidUTF8(let offset): text(BatchLineError.invalidUTF8(offset: offset))
    case .malformedJSON(let offset): text(BatchLineError.malformedJSON(offset: offset))
    case .noQuestion: text(BatchLineError.noQuestion)
    case .emptyQuestion: text(BatchLineError.emptyQuestion)
    case .invalidMember("answers"): "\"answers\" must be an array of strings"
    case .invalidMember("answerable"): "\"answerable\" must be true or false"
    case .invalidMember("documents"), .invalidMember("docs"):
      "the documents must be an array of ids, or an object of grades by id"
    case .invalidMember(let name): "\"\(name)\" must be a string"
    case .noQuestionBefore:
      "an expected answer or document needs its question on a line before it"
    case .emptyExpectation: "nothing is expected: write an answer after =, a document after @"
    case .answerAndNone: "= NONE says that there is no answer: no other can stand beside it"
    case .duplicate(let line):
      "the same question (or id) stands on line \(line) already: give each an \"id\" of its own,"
        + " or leave one out"
    }
  }

  static func text(_ error: SavedEvaluation.ReadingError, in path: String) -> String {
    let remedy = "keep a run with tanya eval --save, and compare with that"
    let file = VisibleText.line(path)
    return switch error {
    case .malformed(let offset): "\(file) is no JSON: see its byte \(offset); \(remedy)"
    case .foreign: "\(file) is no run of tanya eval: \(remedy)"
    case .newer(let version):
      "\(file) was kept by a newer tanya (version \(version) of the form): \(remedy)"
    }
  }

  static func nothingToScore(in path: String) -> String {
    "\(VisibleText.line(path)) says for no question what is expected: write = ANSWER, = NONE or"
      + " @ DOCUMENT below each (see tanya eval --help)"
  }

  static func noFigure(_ measure: Measure) -> String {
    let questions =
      switch measure {
      case .refused: "without an answer (= NONE)"
      case .auc: "with an answer and some without"
      case .success1, .success5, .reciprocalRank, .gain, .recall: "with a document (@)"
      default: "with an answer (=) that anything was cited for"
      }
    return "--require \(measure.rawValue): there is no such figure, since it needs questions"
      + " \(questions)"
  }
}
