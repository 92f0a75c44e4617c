import Glibc
import Synchronization

/// Calls `body` with each number in `0..<count`, each on its own thread, and waits for all of them.
///
/// The last number uses the calling thread. If the system refuses a thread, its number uses the
/// calling thread too.
public func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  var threads: [pthread_t] = []
  var left: [Int] = []
  for index in 0..<max(count - 1, 0) {
    if let thread = startThread({ body(index) }) {
      threads.append(thread)
    } else {
      left.append(index)
    }
  }
  for index in left { body(index) }
  if count > 0 { body(count - 1) }
  for thread in threads { pthread_join(thread, nil) }
}

/// Calls two closures and waits for both of them. The first is called on another thread if
/// `threads` is greater than 1.
public func inParallel<First: Sendable, Second>(
  threads: Int, _ first: @escaping @Sendable () -> First, and second: () -> Second
) -> (First, Second) {
  guard threads > 1 else { return (first(), second()) }
  let result = Mutex<First?>(nil)
  let thread = startThread {
    let value = first()
    result.withLock { $0 = value }
  }
  let value = second()
  if let thread { pthread_join(thread, nil) }
  // If the system has refused a thread, the closure is called now.
  return (result.withLock { $0 } ?? first(), value)
}

/// Starts a thread. Returns nil if the system refuses it.
private func startThread(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
  let work = Unmanaged.passRetained(Work(body))
  var thread = pthread_t()
  let code = pthread_create(
    &thread, nil,
    { argument in
      guard let argument else { return nil }
      Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
      return nil
    }, work.toOpaque())
  guard code == 0 else {
    work.release()
    return nil
  }
  return thread
}

/// An object that wraps the closure of a thread.
private final class Work: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// The number of processors that are online.
public var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
