import Glibc
import Platform

extension Session {
  /// Writes what is pending, by way of a pager where it is taller than the window.
  mutating func flush() throws(CommandError) {
    guard isInteractive, settings.isPaged, let rows = Terminal.rows(STDOUT_FILENO),
      output.pending.count(where: { $0 == UInt8(ascii: "\n") }) >= rows,
      let pager = Pager(environment: .process), pager.show(output.pending)
    else { return try output.flush() }
    output.discard()
    // Ctrl-C was meant for the pager.
    _ = Interrupt.take()
  }
}
