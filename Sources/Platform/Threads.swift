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
    let work = Unmanaged.passRetained(Work { body(index) })
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, work.toOpaque())
    if code == 0 {
      threads.append(thread)
    } else {
      work.release()
      left.append(index)
    }
  }
  for index in left { body(index) }
  if count > 0 { body(count - 1) }
  for thread in threads { pthread_join(thread, nil) }
}

/// Runs two pieces of work, at the same time where there may be two threads, and waits for both.
public func inParallel<First: Sendable, Second: Sendable>(
  threads: Int, _ first: @escaping @Sendable () -> First,
  and second: @escaping @Sendable () -> Second
) -> (First, Second) {
  guard threads > 1 else { return (first(), second()) }
  let results = Mutex<(First?, Second?)>((nil, nil))
  onThreads(2) { number in
    if number == 0 {
      let result = first()
      results.withLock { $0.0 = result }
    } else {
      let result = second()
      results.withLock { $0.1 = result }
    }
  }
  let (firstResult, secondResult) = results.withLock { $0 }
  guard let firstResult, let secondResult else { preconditionFailure("both threads have ended") }
  return (firstResult, secondResult)
}

/// A closure as an object that a thread can be started with.
private final class Work: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Processors that are on line.
public var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
