import Answering
import Evaluation
import Platform
import Retrieval

/// Asks a library all questions of an evaluation, on several threads.
struct EvalRun {
  var library: Library
  var options: AskOptions

  /// - Returns: what came of the questions, and the ids of documents that were expected and that
  ///   no ranking of any question has.
  func run(
    _ questions: [EvaluationQuestion], threads: Int
  ) throws(CommandError) -> (report: EvaluationReport, unseen: [String]) {
    let tasks = NumberedTasks<Result, CommandError>(count: questions.count)
    onThreads(min(threads, questions.count)) { _ in
      let reader = library.makeReader(options)
      var pages = PageLimit(library.index)
      while let number = tasks.next() {
        do throws(CommandError) {
          if Interrupt.isRequested { throw .interrupted }
          let result = try asking { () throws(IndexError) in
            try outcome(of: questions[number], reader)
          }
          tasks.finish(number, with: result)
          pages.questionAnswered()
        } catch {
          tasks.fail(error)
        }
      }
    }
    let results = try tasks.results()
    var unseen = questions.reduce(into: Set<String>()) { $0.formUnion($1.relevantDocuments.keys) }
    for result in results { unseen.subtract(result.ranking) }
    return (EvaluationReport(results.map(\.outcome)), unseen.sorted())
  }

  private typealias Result = (outcome: QuestionOutcome, ranking: [String])

  private func outcome(
    of question: EvaluationQuestion, _ reader: LibraryReader
  ) throws(IndexError) -> Result {
    let answer = try reader.answer(question.text, top: AnswerScore.citations)
    let check = SourceCheck(library: library)
    // A ranking costs as much as an answer.
    let ranking =
      question.relevantDocuments.isEmpty
      ? [] : try reader.retrieve(question.text, top: RetrievalScore.depth).map(\.id)
    let outcome = QuestionOutcome(
      question, answer: answer,
      isVerbatim: answer.citations.map { $0.isCutFromPassage && check.state(of: $0) == .unchanged },
      ranking: ranking)
    return (outcome, ranking)
  }
}

extension Citation {
  /// Whether the passage has the snippet where the citation says; the source itself is compared
  /// with what was indexed, and a converted one with nothing else.
  fileprivate var isCutFromPassage: Bool {
    let text = passage.text.utf8
    let start = bytes.lowerBound - passage.byteOffset
    guard start >= 0, start + bytes.count <= text.count else { return false }
    return text.dropFirst(start).prefix(bytes.count).elementsEqual(snippet.utf8)
  }
}
