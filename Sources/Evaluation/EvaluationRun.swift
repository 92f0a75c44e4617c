import Answering
public import Library
import Platform
public import Retrieval

/// Asks a library all questions of an evaluation, on several threads. See ``EvaluationReport``.
public struct EvaluationRun: Sendable {
  public enum Failure: Error, Sendable, Equatable {
    case index(IndexError)
    case cancelled
  }

  /// The result of a run.
  public struct Result: Sendable {
    public var report: EvaluationReport
    /// The ids of expected documents that occur in no ranking. They may be misspelled.
    public var unseen: [String]
  }

  private let library: Library
  private let options: AskOptions

  public init(library: Library, options: AskOptions = AskOptions()) {
    self.library = library
    self.options = options
  }

  /// Asks and scores questions, whose order is kept.
  ///
  /// - Parameters:
  ///   - questions: The questions, in order.
  ///   - threads: The number of threads that ask.
  ///   - isCancelled: A closure that is called before each question. If it returns `true`, the run
  ///     ends with `Failure.cancelled`.
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
    // A ranking costs as much as an answer, so only create it if documents are expected.
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
  /// A Boolean value that indicates whether the passage contains the snippet at the cited position.
  /// `sourceState(ofCitationAt:)` compares the source itself with the indexed text; a converted
  /// source can be compared with nothing else.
  fileprivate var isCutFromPassage: Bool {
    let text = passage.text.utf8
    let start = bytes.lowerBound - passage.byteOffset
    guard start >= 0, start + bytes.count <= text.count else { return false }
    return text.dropFirst(start).prefix(bytes.count).elementsEqual(snippet.utf8)
  }
}
