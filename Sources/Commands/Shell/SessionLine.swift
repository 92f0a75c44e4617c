/// The meaning of a typed line.
enum SessionLine: Sendable, Equatable {
  case nothing
  case question(String)
  /// Lines that arrived together.
  case pasted([String])
  /// A name with its colon, and its argument.
  case command(name: String, argument: String)

  /// Words that quit or help in other shells.
  private static let plainCommands = [
    "exit": ":quit", "quit": ":quit", "help": ":help", "?": ":help", "\\q": ":quit",
    "\\?": ":help",
  ]

  init(_ line: String) {
    let text = line.trimmed
    let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }
      .filter { !$0.isEmpty }
    if text.isEmpty {
      self = .nothing
    } else if lines.count > 1 {
      self = .pasted(lines)
    } else if let command = Self.plainCommands[text] {
      self = .command(name: command, argument: "")
    } else if text.utf8.count < 4, text.utf8.allSatisfy(\.isDigit) {
      self = .command(name: ":open", argument: text)
    } else if text.hasPrefix(":") {
      let end = text.utf8.firstIndex(where: \.isBlank) ?? text.endIndex
      self = .command(name: String(text[..<end]), argument: String(text[end...]).trimmed)
    } else {
      self = .question(text)
    }
  }
}
