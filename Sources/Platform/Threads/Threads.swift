import Glibc
import Synchronization

/// Runs `body` with each number in `0..<count`, each on a thread of its own, and waits for all.
///
/// The last one runs on the calling thread; where the system refuses a thread, its share is run
/// by the caller too.
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

/// Runs two pieces of work, the first on a thread of its own where there may be two, and waits for
/// both.
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
  // Where the system refuses a thread, it is done now.
  return (result.withLock { $0 } ?? first(), value)
}

/// - Returns: nil where the system refuses a thread.
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

/// A closure as an object that a thread can be started with.
private final class Work: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Processors that are on line.
public var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
