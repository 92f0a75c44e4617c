import Glibc

/// State that several threads share, and can wait on until it is as they need it.
public final class Monitor<State>: @unchecked Sendable {
  // Unchecked: the state is touched under the lock only.
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

  /// Lets those who wait look again.
  public func wakeAll() { pthread_cond_broadcast(condition) }

  /// Returns once `isBlocked` is false of the state; it is asked again after each `wakeAll`.
  public func wait(while isBlocked: (State) -> Bool) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while isBlocked(state) { pthread_cond_wait(condition, mutex) }
  }
}
