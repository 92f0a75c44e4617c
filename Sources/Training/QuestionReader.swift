import Commands
import Evaluation
import Platform
import Synchronization

/// Asks a collection questions on all cores, and keeps what came of them in their order.
struct QuestionReader: Sendable {
  typealias Failure = JudgedCollection.Failure

  let collection: JudgedCollection

  func read<Result: Sendable>(
    _ questions: [EvaluationQuestion],
    _ body:
      @escaping @Sendable (EvaluationQuestion, JudgedCollection.Reader) throws(Failure) ->
      Result
  ) throws(Failure) -> [Result] {
    let progress = Progress<Result>(count: questions.count)
    onThreads(min(processorCount, max(questions.count, 1))) { _ in
      let reader = collection.makeReader()
      while let place = progress.next() {
        do throws(Failure) {
          progress.finish(try body(questions[place], reader), at: place)
        } catch {
          progress.fail(error)
        }
      }
    }
    return try progress.results()
  }
}

/// Which questions are done, for all threads.
private final class Progress<Result: Sendable>: Sendable {
  private struct State {
    var next = 0
    var results: [Result?]
    var failure: JudgedCollection.Failure?
  }

  private let state: Mutex<State>

  init(count: Int) { state = Mutex(State(results: Array(repeating: nil, count: count))) }

  func next() -> Int? {
    state.withLock { state in
      guard state.failure == nil, state.next < state.results.count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  func finish(_ result: Result, at place: Int) { state.withLock { $0.results[place] = result } }

  func fail(_ error: JudgedCollection.Failure) {
    state.withLock { $0.failure = $0.failure ?? error }
  }

  func results() throws(JudgedCollection.Failure) -> [Result] {
    let state = state.withLock { $0 }
    if let failure = state.failure { throw failure }
    return state.results.compactMap(\.self)
  }
}
