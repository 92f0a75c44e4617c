import Glibc
import Platform

/// The program in which a person reads what is taller than the window.
struct Pager: Sendable, Equatable {
  let command: String

  /// `TANYA_PAGER`, then `PAGER`, then less; nil where the variable is empty or `cat`, which show
  /// text as it is.
  init?(environment: Environment) {
    command = environment["TANYA_PAGER"] ?? environment["PAGER"] ?? "less"
    if command.trimmed.isEmpty || command == "cat" || environment["TERM"] == "dumb" { return nil }
  }

  /// Shows text until the person has read enough.
  ///
  /// - Returns: false where the program could not be started.
  func show(_ text: [UInt8]) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    // Less is told to keep colours, and to leave short text and the screen alone, unless somebody
    // has told it how to be.
    let isToldHow = Environment.process["LESS"] != nil
    let child = ChildProcess(
      command: isToldHow ? command : "env LESS=FIRX \(command)", input: ends[0])
    close(ends[0])
    guard let child else {
      close(ends[1])
      return false
    }
    // Who leaves before the end closes the pipe.
    let before = signal(SIGPIPE, SIG_IGN)
    write(text, to: ends[1])
    close(ends[1])
    let end = child.wait()
    signal(SIGPIPE, before)
    return end == .ended
  }

  private func write(_ text: [UInt8], to descriptor: Int32) {
    var written = 0
    while written < text.count {
      let count = text.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count > 0 { written += count } else if errno != EINTR { return }
    }
  }
}
