import Glibc
import Synchronization

/// Ctrl-C (SIGINT), noted by a handler and acted on where the program is ready for it.
///
/// Long work asks `isRequested` between two steps and leaves everything intact when it stops.
public enum Interrupt {
  /// The exit status of an interrupted process (128 + SIGINT, as shells count).
  public static let exitCode: Int32 = 130

  private static let requested = Atomic<Bool>(false)
  /// The end of a pipe that the handler writes to, so that a `poll` cannot miss a signal that
  /// comes just before it waits; -1 before `note()`.
  private static let wakeUp = Atomic<Int32>(-1)
  private static let wakeUpReader = Atomic<Int32>(-1)

  /// The seconds from SIGINT to the end of the process; 0 for a process that goes on.
  private static let grace = Atomic<UInt32>(0)

  /// From now on SIGINT only sets `isRequested` and ends a waiting `read` or `poll` with EINTR.
  ///
  /// - Parameter grace: The number of seconds after which SIGINT ends the process in any case, and a
  ///   second SIGINT does at once, for a program that is of no use when its work is given up. What is
  ///   published by renaming is whole whenever the process ends. Nil for a program that goes on.
  public static func note(endingAfter grace: UInt32? = nil) {
    Self.grace.store(grace ?? 0, ordering: .relaxed)
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
    action.__sigaction_handler.sa_handler = { _ in Interrupt.receive() }
    sigaction(SIGINT, &action, nil)
    guard grace != nil else { return }
    var alarm = sigaction()
    alarm.__sigaction_handler.sa_handler = { _ in _exit(Interrupt.exitCode) }
    sigaction(SIGALRM, &alarm, nil)
  }

  /// The handler of SIGINT.
  private static func receive() {
    let grace = grace.load(ordering: .relaxed)
    if grace > 0 {
      if isRequested { _exit(exitCode) }
      alarm(grace)
    }
    request()
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
