import Answering
import Evaluation
import Platform
import Retrieval
import Synchronization

/// Asks a library all questions of an evaluation, on several threads.
struct EvalRun {
  var library: Library
  var options: AskOptions

  func run(
    _ questions: [EvaluationQuestion], threads: Int
  ) throws(CommandError) -> EvaluationReport {
    let progress = Progress(count: questions.count)
    onThreads(min(threads, questions.count)) { _ in
      let reader = library.makeReader(options)
      while let place = progress.next() {
        do throws(CommandError) {
          if Interrupt.isRequested { throw .interrupted }
          let question = questions[place]
          progress.finish(
            try asking { () throws(IndexError) in try outcome(of: question, reader) }, at: place)
        } catch {
          progress.fail(error)
        }
      }
    }
    return EvaluationReport(try progress.outcomes())
  }

  private func outcome(
    of question: EvaluationQuestion, _ reader: LibraryReader
  ) throws(IndexError) -> QuestionOutcome {
    let answer = try reader.answer(question.text, top: AnswerScore.citations)
    let check = SourceCheck(library: library)
    // A ranking costs as much as an answer.
    let ranking =
      question.relevantDocuments.isEmpty
      ? [] : try reader.retrieve(question.text, top: RetrievalScore.depth)
    return QuestionOutcome(
      question, answer: answer,
      isVerbatim: answer.citations.map { $0.isCutFromPassage && check.state(of: $0) == .unchanged },
      ranking: ranking.map(\.id))
  }
}

/// Which questions are done, for all threads.
private final class Progress: Sendable {
  private struct State {
    var next = 0
    var outcomes: [QuestionOutcome?]
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

  func finish(_ outcome: QuestionOutcome, at place: Int) {
    state.withLock { $0.outcomes[place] = outcome }
  }

  func fail(_ error: CommandError) {
    state.withLock { $0.failure = $0.failure ?? error }
  }

  /// In the order of the questions.
  func outcomes() throws(CommandError) -> [QuestionOutcome] {
    let state = state.withLock { $0 }
    if let failure = state.failure { throw failure }
    return state.outcomes.compactMap(\.self)
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
