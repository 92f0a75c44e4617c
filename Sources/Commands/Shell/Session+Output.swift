import Glibc
import Library
import LineEditing
import Platform

extension Session {
  /// Writes the pending output, through a pager if it is taller than the window.
  mutating func flush() throws(CommandError) {
    guard isInteractive, settings.isPaged, let rows = Terminal.rows(STDOUT_FILENO),
      output.pending.count(where: { $0 == UInt8(ascii: "\n") }) >= rows,
      let pager = Pager(environment: .process, configured: settings.pager),
      pager.show(output.pending)
    else { return try output.flush() }
    output.discard()
    // Ctrl-C was typed in the pager.
    _ = Interrupt.take()
  }
}

extension Session {
  var isInterrupted: Bool { Interrupt.isRequested }

  /// The prompt, with the number of documents in the scope, or with the possible replies to a
  /// proposal.
  var prompt: Prompt {
    let text =
      if let proposal {
        "(\(proposal.replies)) "
      } else if let scope {
        scope.documentCount.map { "tanya \($0)> " } ?? "tanya …> "
      } else {
        "tanya> "
      }
    return Prompt(text, style: writer.typesetter.isColored ? "\u{1B}[1m" : "")
  }

  /// The prompt for the continuation of a line.
  var continuationPrompt: Prompt { Prompt("     > ") }
}
