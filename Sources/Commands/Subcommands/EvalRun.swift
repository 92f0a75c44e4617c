import Answering
import Evaluation
import Platform
import Retrieval
import Synchronization

/// Asks a library all questions of an evaluation, on several threads.
struct EvalRun {
  var library: Library
  var options: AskOptions

  /// - Returns: what came of the questions, and the ids of documents that were expected and that
  ///   no ranking of any question has.
  func run(
    _ questions: [EvaluationQuestion], threads: Int
  ) throws(CommandError) -> (report: EvaluationReport, unseen: [String]) {
    let progress = Progress(count: questions.count)
    onThreads(min(threads, questions.count)) { _ in
      let reader = library.makeReader(options)
      var pages = PageLimit(library.index)
      while let place = progress.next() {
        do throws(CommandError) {
          if Interrupt.isRequested { throw .interrupted }
          let question = questions[place]
          let (result, ranking) = try asking { () throws(IndexError) in
            try outcome(of: question, reader)
          }
          progress.finish(result, ranking, at: place)
          pages.questionAnswered()
        } catch {
          progress.fail(error)
        }
      }
    }
    let (outcomes, seen) = try progress.result()
    let expected = questions.reduce(into: Set<String>()) { $0.formUnion($1.relevantDocuments.keys) }
    return (EvaluationReport(outcomes), expected.subtracting(seen).sorted())
  }

  private func outcome(
    of question: EvaluationQuestion, _ reader: LibraryReader
  ) throws(IndexError) -> (QuestionOutcome, ranking: [String]) {
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

/// Which questions are done, for all threads.
private final class Progress: Sendable {
  private struct State {
    var next = 0
    var outcomes: [QuestionOutcome?]
    var seen: Set<String> = []
    var failure: CommandError?
  }

  private let state: Mutex<State>

  init(count: Int) { state = Mutex(State(outcomes: Array(repeating: nil, count: count))) }

  /// The place of a question that nobody has taken; nil when none is left, or after a failure.
  func next() -> Int? {
    state.withLock { state in
      guard state.failure == nil, state.next < state.outcomes.count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  func finish(_ outcome: QuestionOutcome, _ ranking: [String], at place: Int) {
    state.withLock { state in
      state.outcomes[place] = outcome
      state.seen.formUnion(ranking)
    }
  }

  func fail(_ error: CommandError) {
    state.withLock { $0.failure = $0.failure ?? error }
  }

  /// In the order of the questions, and all documents that came up.
  func result() throws(CommandError) -> (outcomes: [QuestionOutcome], seen: Set<String>) {
    let state = state.withLock { $0 }
    if let failure = state.failure { throw failure }
    return (state.outcomes.compactMap(\.self), state.seen)
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
