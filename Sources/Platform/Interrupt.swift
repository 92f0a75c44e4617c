import Glibc
import Synchronization

/// Ctrl-C (SIGINT), noted by a handler and acted on where the program is ready for it.
///
/// Long work asks `isRequested` between two steps and leaves everything intact when it stops.
public enum Interrupt {
  /// What a process that was interrupted exits with (128 + SIGINT, as shells count).
  public static let exitCode: Int32 = 130

  private static let requested = Atomic<Bool>(false)
  /// The end of a pipe that the handler writes to, so that a `poll` cannot miss a signal that
  /// comes just before it waits; -1 before `note()`.
  private static let wakeUp = Atomic<Int32>(-1)
  private static let wakeUpReader = Atomic<Int32>(-1)

  /// From now on SIGINT only sets `isRequested` and ends a waiting `read` or `poll` with EINTR.
  public static func note() {
    guard wakeUp.load(ordering: .relaxed) < 0 else { return }
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
      wakeUpReader.store(ends[0], ordering: .relaxed)
      wakeUp.store(ends[1], ordering: .relaxed)
    }
    requested.store(false, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in Interrupt.request() }
    sigaction(SIGINT, &action, nil)
  }

  /// What SIGINT does, and whoever else wants waiting and long work to end.
  ///
  /// Loads, a store and write(2): nothing that is unsafe in a signal handler.
  public static func request() {
    let code = errno
    requested.store(true, ordering: .relaxed)
    write(wakeUp.load(ordering: .relaxed), "!", 1)
    errno = code
  }

  /// Whether SIGINT arrived since `note()` or `take()`.
  public static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Whether SIGINT arrived; a second call says false until the next one does.
  public static func take() -> Bool {
    guard requested.exchange(false, ordering: .relaxed) else { return false }
    var byte: UInt8 = 0
    while read(wakeUpReader.load(ordering: .relaxed), &byte, 1) == 1 {}
    return true
  }

  /// Waits until `descriptor` has something to read (or its other end is closed).
  ///
  /// - Parameters:
  ///   - descriptor: An open file descriptor.
  ///   - wait: false only asks.
  /// - Returns: true when it has; false when SIGINT came first, or nothing is there yet.
  public static func awaitInput(on descriptor: Int32, wait: Bool = true) -> Bool {
    var sources = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeUpReader.load(ordering: .relaxed), events: Int16(POLLIN), revents: 0),
    ]
    while !isRequested {
      if poll(&sources, 2, wait ? -1 : 0) >= 0 { return sources[0].revents != 0 }
    }
    return false
  }
}
