import Library
import LineEditing
import Platform

extension Session {
  var isInterrupted: Bool { Interrupt.isRequested }

  /// What stands before the cursor: how many documents are asked where they are not all, and what
  /// may be answered to a proposal.
  var prompt: Prompt {
    let text =
      if let proposal {
        "(\(proposal.replies)) "
      } else if let scope {
        "tanya \(scope.documentCount)> "
      } else {
        "tanya> "
      }
    return Prompt(text, style: writer.typesetter.isColored ? "\u{1B}[1m" : "")
  }

  /// Before the lines that a line goes on in.
  var continuationPrompt: Prompt { Prompt("     > ") }
}
