/// The meaning of a typed line.
enum SessionLine: Sendable, Equatable {
  case nothing
  case question(String)
  /// Lines that arrived together.
  case pasted([String])
  /// A command: its name with the colon, its argument, and the program to which its output is
  /// passed.
  case command(name: String, argument: String, program: String? = nil)

  /// The words that quit or show help in other shells.
  private static let plainCommands = [
    "exit": ":quit", "quit": ":quit", "help": ":help", "?": ":help", "\\q": ":quit",
    "\\?": ":help", "/help": ":help", "/?": ":help", "/quit": ":quit", "/exit": ":quit",
  ]

  init(_ line: String) {
    let text = line.trimmed
    let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }
      .filter { !$0.isEmpty }
    if text.isEmpty {
      self = .nothing
    } else if lines.count > 1 {
      self = .pasted(lines)
    } else if line.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      // The text was pasted with its line end, so it runs no command, whatever it begins with.
      self = .question(text)
    } else if let command = Self.plainCommands[text] {
      self = .command(name: command, argument: "")
    } else if text.utf8.count < 4, text.utf8.allSatisfy(\.isDigit) {
      self = .command(name: ":open", argument: text)
    } else if text.hasPrefix(":!") {
      self = .command(name: ":!", argument: String(text.dropFirst(2)).trimmed)
    } else if text.hasPrefix(":") {
      let end = text.utf8.firstIndex(where: \.isBlank) ?? text.endIndex
      let name = String(text[..<end])
      let rest = String(text[end...])
      // `:pipe` takes the whole line, which may itself be a pipeline.
      if name != ":pipe", let bar = rest.firstRange(of: " | ") {
        self = .command(
          name: name, argument: String(rest[..<bar.lowerBound]).trimmed,
          program: String(rest[bar.upperBound...]).trimmed)
      } else {
        self = .command(name: name, argument: rest.trimmed)
      }
    } else {
      self = .question(text)
    }
  }
}
