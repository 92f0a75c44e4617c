import Answering
public import Library
import Platform
public import Retrieval

/// Asks a library all questions of an evaluation, on several threads.
public struct EvaluationRun: Sendable {
  public enum Failure: Error, Sendable, Equatable {
    case index(IndexError)
    case cancelled
  }

  /// The result of a run.
  public struct Result: Sendable {
    public var report: EvaluationReport
    /// The ids of expected documents that occur in no ranking: they may be misspelt.
    public var unseen: [String]
  }

  private let library: Library
  private let options: AskOptions

  public init(library: Library, options: AskOptions = AskOptions()) {
    self.library = library
    self.options = options
  }

  /// Answers and scores questions; their order is kept.
  ///
  /// - Parameters:
  ///   - threads: The number of threads that ask.
  ///   - questions: The questions, in order.
  ///   - isCancelled: Asked before each question; `true` ends the run with
  ///     `Failure.cancelled`.
  public func run(
    _ questions: [EvaluationQuestion], threads: Int,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(Failure) -> Result {
    let tasks = NumberedTasks<Outcome, Failure>(count: questions.count)
    onThreads(min(threads, questions.count)) { _ in
      let reader = library.makeReader(options)
      var pages = PageLimit(library)
      while let number = tasks.next() {
        if isCancelled() { return tasks.fail(.cancelled) }
        do throws(IndexError) {
          tasks.finish(number, with: try outcome(of: questions[number], reader))
        } catch {
          return tasks.fail(.index(error))
        }
        pages.questionAnswered()
      }
    }
    let outcomes = try tasks.results()
    var unseen = questions.reduce(into: Set<String>()) { $0.formUnion($1.relevantDocuments.keys) }
    for outcome in outcomes { unseen.subtract(outcome.ranking) }
    return Result(report: EvaluationReport(outcomes.map(\.question)), unseen: unseen.sorted())
  }

  private struct Outcome: Sendable {
    var question: QuestionOutcome
    /// The ids of the documents found.
    var ranking: [String]
  }

  private func outcome(
    of question: EvaluationQuestion, _ reader: LibraryReader
  ) throws(IndexError) -> Outcome {
    let answered = try reader.ask(question.text, top: AnswerScore.citations)
    // A ranking costs as much as an answer.
    let ranking =
      question.relevantDocuments.isEmpty
      ? [] : try reader.retrieve(question.text, top: RetrievalScore.depth).map(\.id)
    let outcome = QuestionOutcome(
      question, answer: answered.answer,
      isVerbatim: answered.answer.citations.indices.map { index in
        answered.answer.citations[index].isCutFromPassage
          && answered.sourceState(ofCitationAt: index) == .unchanged
      }, ranking: ranking)
    return Outcome(question: outcome, ranking: ranking)
  }
}

extension Citation {
  /// Whether the passage holds the snippet at the cited place. The source itself is compared with
  /// the indexed text; a converted source can be compared with nothing else.
  fileprivate var isCutFromPassage: Bool {
    let text = passage.text.utf8
    let start = bytes.lowerBound - passage.byteOffset
    guard start >= 0, start + bytes.count <= text.count else { return false }
    return text.dropFirst(start).prefix(bytes.count).elementsEqual(snippet.utf8)
  }
}
