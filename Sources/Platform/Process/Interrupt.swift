import Glibc
import Synchronization

/// Interrupts by Ctrl-C (SIGINT). A handler records the signal, and the program reacts when it is
/// ready.
///
/// Long operations check `isRequested` between two steps, and leave everything intact when they
/// stop:
///
/// ```swift
/// Interrupt.note()
/// for file in files where !Interrupt.isRequested { process(file) }
/// ```
public enum Interrupt {
  /// The exit status of an interrupted process: 128 + SIGINT, by the convention of shells.
  public static let exitCode: Int32 = 130

  private static let requested = Atomic<Bool>(false)
  /// The end of a pipe to which the handler writes, so that `poll` cannot miss a signal that
  /// arrives just before it waits; −1 before `note()`.
  private static let wakeUp = Atomic<Int32>(-1)
  private static let wakeUpReader = Atomic<Int32>(-1)

  /// The number of seconds from SIGINT to the end of the process, or 0 for a process that
  /// continues.
  private static let grace = Atomic<UInt32>(0)

  /// Installs a handler of SIGINT. From then on, the signal only sets `isRequested` and ends a
  /// waiting `read` or `poll` with EINTR.
  ///
  /// - Parameter grace: The number of seconds after which SIGINT ends the process in any case, or
  ///   nil for a program that continues after an interrupt. If it is not nil, a second SIGINT ends
  ///   the process at once. Files that are published by renaming are complete whenever the process
  ///   ends.
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

  /// Lets SIGTERM do from now on what SIGINT does, for a program that ends by either.
  public static func noteTermination() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in Interrupt.receive() }
    sigaction(SIGTERM, &action, nil)
  }

  /// Handles SIGINT.
  private static func receive() {
    let grace = grace.load(ordering: .relaxed)
    if grace > 0 {
      if isRequested { _exit(exitCode) }
      alarm(grace)
    }
    request()
  }

  /// Requests that waiting and long operations end, like SIGINT.
  ///
  /// It only uses loads, a store and write(2), which are safe in a signal handler.
  public static func request() {
    let code = errno
    requested.store(true, ordering: .relaxed)
    write(wakeUp.load(ordering: .relaxed), "!", 1)
    errno = code
  }

  /// A Boolean value that indicates whether an interrupt was requested since `note()` or `take()`.
  public static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Returns whether an interrupt was requested, and clears the request.
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
  ///   - wait: Pass `false` to return at once.
  /// - Returns: `true` if there is something to read, or `false` if an interrupt was requested
  ///   first or, without waiting, if there is nothing to read yet.
  public static func awaitInput(on descriptor: Int32, wait: Bool = true) -> Bool {
    awaitInput(on: descriptor, milliseconds: wait ? nil : 0)
  }

  /// Waits until `descriptor` has something to read, for some time at most.
  ///
  /// - Parameters:
  ///   - descriptor: An open file descriptor.
  ///   - milliseconds: The time to wait, or nil for any time.
  /// - Returns: `true` if there is something to read, or `false` if an interrupt was requested or the
  ///   time has passed.
  public static func awaitInput(on descriptor: Int32, milliseconds: Int?) -> Bool {
    var sources = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeUpReader.load(ordering: .relaxed), events: Int16(POLLIN), revents: 0),
    ]
    let limit = milliseconds.map { Int32(clamping: $0) } ?? -1
    while !isRequested {
      if poll(&sources, 2, limit) >= 0 { return sources[0].revents != 0 }
    }
    return false
  }
}
