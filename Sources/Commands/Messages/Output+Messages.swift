import Glibc
import Model
import Platform
import TextAnalysis

/// Messages on standard error.
extension Output {
  static func report(_ error: CommandError) { report(ErrorMessage.phrase(error)) }

  /// Writes an error message, preceded by the name of the program.
  static func report(_ message: Phrase) { note(Phrase(verbatim: "tanya: ") + message) }

  /// Writes lines, wrapped to the width of the window if standard error is a terminal.
  static func note(_ lines: Phrase) {
    let text = lines.text(in: .spoken)
    guard Terminal.isTerminal(STDERR_FILENO) else { return complain(text + "\n") }
    let width = Terminal.textWidth(STDERR_FILENO, environment: .process)
    complain(Typesetter(width: width, isColored: false).block(text))
  }
}
