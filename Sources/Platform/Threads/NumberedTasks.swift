import Synchronization

/// Tasks numbered from 0 that several threads do, and what comes of each. The first failure ends
/// them for all.
public final class NumberedTasks<Result: Sendable, Failure: Error>: Sendable {
  private struct State {
    var next = 0
    var results: [Result?]
    var failure: Failure?
  }

  private let state: Mutex<State>

  public init(count: Int) { state = Mutex(State(results: Array(repeating: nil, count: count))) }

  /// A task that nobody has taken; nil when none is left, or after a failure.
  public func next() -> Int? {
    state.withLock { state in
      guard state.failure == nil, state.next < state.results.count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  public func finish(_ number: Int, with result: Result) {
    state.withLock { $0.results[number] = result }
  }

  public func fail(_ error: Failure) { state.withLock { $0.failure = $0.failure ?? error } }

  /// In the order of the numbers; to be asked when all threads are done.
  public func results() throws(Failure) -> [Result] {
    let state = state.withLock { $0 }
    if let failure = state.failure { throw failure }
    return state.results.compactMap(\.self)
  }
}
