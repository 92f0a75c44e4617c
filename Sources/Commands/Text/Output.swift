import Glibc
import Platform
import TextAnalysis

/// Bytes on their way to a file descriptor.
struct Output: Sendable {
  let descriptor: Int32
  private(set) var pending: [UInt8] = []

  init(descriptor: Int32 = STDOUT_FILENO) { self.descriptor = descriptor }

  mutating func append(_ text: String) { pending.append(contentsOf: text.utf8) }

  mutating func append(_ bytes: some Collection<UInt8>) { pending.append(contentsOf: bytes) }

  /// Writes all that is pending.
  mutating func flush() throws(CommandError) {
    var written = 0
    while written < pending.count {
      let count = pending.withUnsafeBytes {
        write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        var sink = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&sink, 1, -1)
      } else if errno != EINTR {
        throw .output(code: errno)
      } else if Interrupt.isRequested {
        throw .interrupted
      }
    }
    discard()
  }

  /// Forgets what is pending.
  mutating func discard() { pending.removeAll(keepingCapacity: true) }

  /// Says on standard error what went wrong.
  static func report(_ error: CommandError) {
    report(ErrorMessage.phrase(error))
  }

  static func report(_ message: Phrase) {
    note(Phrase(verbatim: "tanya: ") + message)
  }

  /// Writes lines to standard error at once, as wide as its window.
  static func note(_ lines: Phrase) {
    let text = lines.text(in: .spoken)
    guard Terminal.isTerminal(STDERR_FILENO) else { return complain(text + "\n") }
    let width = Terminal.textWidth(STDERR_FILENO, environment: .process)
    complain(Typesetter(width: width, isColored: false).block(text))
  }

  /// Writes to standard error as it is; that it cannot be written concerns nobody.
  static func complain(_ text: String) {
    var output = Output(descriptor: STDERR_FILENO)
    output.append(text)
    try? output.flush()
  }
}
