import ArgumentParser
import Evaluation
import Glibc
import Library
import Platform
import Retrieval

/// `tanya eval FILE`: questions with expected answers, answered and scored.
struct EvalCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Answer questions that have expected answers, and score them.",
    discussion: """
      Examples:
        tanya eval questions.txt
        tanya eval questions.txt --require 'snippet@1>=0.9' --require 'refused>=0.8'
        tanya eval questions.txt --compare before.json --save after.json

      Write questions as follows, each with any number of answers, one of which suffices:

        # what our handbook has to answer
        Who founded OpenAI?
          = Sam Altman
          @ sample/national-strategy.md
        Who won the 2022 World Cup?
          = NONE

      = NONE means that the documents do not answer; @ names a document that does, by its id. Or \
      write one object per line: {"id", "question", "answers", "answerable", "documents", \
      "kind"}.

      Figures range from 0 to 1. A question counts as right if the first snippet contains an \
      expected answer or, if there is none, if tanya does not claim to answer.

      Exit status:
        0    scored
        1    a threshold is missed
        2    an error
      """)

  @Argument(help: "A file of questions; - for standard input.", completion: .file())
  var file: String
  @Option(
    help: ArgumentHelp(
      "The documents that answer: lines of question id, document id and grade, tab-separated.",
      valueName: "file"), completion: .file())
  var qrels: String?
  @Option(
    name: .customLong("require"), parsing: .singleValue,
    help: ArgumentHelp(
      "A measure's threshold, as in 'snippet@1>=0.9'; may be repeated.",
      valueName: "threshold"), transform: Threshold.read)
  var thresholds: [Threshold] = []
  @Option(help: ArgumentHelp("Number of failed questions to show.", valueName: "count"))
  var failures = 10
  @Option(
    help: ArgumentHelp("Save this run to a file, for later comparison.", valueName: "file"),
    completion: .file())
  var save: String?
  @Option(
    help: ArgumentHelp("Show the differences from a saved run.", valueName: "file"),
    completion: .file())
  var compare: String?
  @Flag(help: "Write JSON: all figures, and every question with its result.") var json = false
  @Option(help: ArgumentHelp("Threads (default: one per processor).", valueName: "count"))
  var threads: Int?
  @OptionGroup var questionOptions: QuestionOptions
  @OptionGroup var index: IndexOption

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads must lie between 1 and 1024.")
    }
    if failures < 0 { throw ValidationError("--failures must be 0 or more.") }
  }

  func perform() throws(CommandError) -> Int32 {
    Interrupt.note(endingAfter: 1)
    let questions = try EvalFiles.questions(in: file, judgedBy: qrels)
    let earlier = try compare.map(EvalFiles.savedRun)
    let configuration = try index.choice.configuration()
    let location = try index.choice.location(configuration)
    let library = try asking { () throws(IndexError) in try Library(location) }
    let run = try run(questions, library, questionOptions.askOptions(configuration))
    let results = try ThresholdResult.results(of: thresholds, in: run.report.figures)
    let result = EvalResult(
      report: run.report, unseen: run.unseen, thresholds: results,
      comparison: earlier.map { EvaluationComparison(from: $0, to: run.report) })
    if let save { try EvalFiles.save(EvalJSON.bytes(result), to: save) }
    var output = Output()
    if json {
      output.append(EvalJSON.bytes(result))
    } else {
      let typesetter = Typesetter(
        width: Terminal.textWidth(STDOUT_FILENO, environment: .process), isColored: false)
      output.append(EvalText(result: result, typesetter: typesetter, failures: failures).text)
    }
    try output.flush()
    return results.allSatisfy(\.isMet) ? ExitStatus.cited : ExitStatus.nothingFound
  }

  private func run(
    _ questions: [EvaluationQuestion], _ library: Library, _ options: AskOptions
  ) throws(CommandError) -> EvaluationRun.Result {
    let run = EvaluationRun(library: library, options: options)
    do throws(EvaluationRun.Failure) {
      return try run.run(questions, threads: threads ?? processorCount) { Interrupt.isRequested }
    } catch {
      switch error {
      case .index(let error): throw .index(error)
      case .cancelled: throw .interrupted
      }
    }
  }
}

extension Threshold {
  fileprivate static func read(_ text: String) throws -> Threshold {
    if let threshold = Threshold(text) { return threshold }
    let names = Measure.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError(
      "write a measure, >=, <=, > or <, and a number, as in 'snippet@1>=0.9'."
        + " Measures: \(names)")
  }
}
