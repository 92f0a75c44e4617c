import Glibc

/// A state that several threads share. A thread can wait until the state satisfies a condition.
///
/// ```swift
/// let queue = Monitor([Int]())
/// queue.withLock { $0.append(1) }
/// queue.wakeAll()
/// queue.wait { $0.isEmpty }
/// ```
public final class Monitor<State>: @unchecked Sendable {
  // Unchecked, because the state is accessed only under the lock.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var state: State

  public init(_ state: sending State) {
    self.state = state
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  public func withLock<Result>(_ body: (inout State) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body(&state)
  }

  /// Wakes all waiting threads, so that they check their conditions again.
  public func wakeAll() { pthread_cond_broadcast(condition) }

  /// Waits until `isBlocked` returns `false` for the state. It is called again after each
  /// `wakeAll`.
  public func wait(while isBlocked: (State) -> Bool) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while isBlocked(state) { pthread_cond_wait(condition, mutex) }
  }
}
