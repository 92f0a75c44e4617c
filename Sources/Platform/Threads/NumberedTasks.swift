import Synchronization

/// Numbered tasks, which several threads perform, and their results. After the first failure, no
/// further task is started.
///
/// ```swift
/// let tasks = NumberedTasks<Int, FileError>(count: paths.count)
/// onThreads(2) { _ in
///   while let number = tasks.next() {
///     do throws(FileError) {
///       tasks.finish(number, with: try readFile(paths[number]).count)
///     } catch {
///       tasks.fail(error)
///     }
///   }
/// }
/// let sizes = try tasks.results()
/// ```
public final class NumberedTasks<Result: Sendable, Failure: Error>: Sendable {
  private struct State {
    var next = 0
    var results: [Result?]
    var failure: Failure?
  }

  private let state: Mutex<State>

  public init(count: Int) { state = Mutex(State(results: Array(repeating: nil, count: count))) }

  /// Returns the number of a task that no thread has taken, from 0, or nil if none is left or a
  /// task has failed.
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

  /// Returns the results in the order of the tasks. It must be called after all threads have
  /// finished.
  ///
  /// - Throws: The first error with which a task failed.
  public func results() throws(Failure) -> [Result] {
    let state = state.withLock { $0 }
    if let failure = state.failure { throw failure }
    return state.results.compactMap(\.self)
  }
}
