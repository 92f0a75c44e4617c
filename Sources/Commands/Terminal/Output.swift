import Glibc
import Platform

/// A buffer of bytes that are written to a file descriptor.
struct Output: Sendable {
  let descriptor: Int32
  private(set) var pending: [UInt8] = []

  init(descriptor: Int32 = STDOUT_FILENO) { self.descriptor = descriptor }

  mutating func append(_ text: String) { pending.append(contentsOf: text.utf8) }

  mutating func append(_ bytes: some Collection<UInt8>) { pending.append(contentsOf: bytes) }

  /// Writes all pending bytes.
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

  /// Discards pending bytes.
  mutating func discard() { pending.removeAll(keepingCapacity: true) }

  /// Writes to standard error; failures to write are ignored.
  static func complain(_ text: String) {
    var output = Output(descriptor: STDERR_FILENO)
    output.append(text)
    try? output.flush()
  }
}
