/// What a line that was typed means.
enum SessionLine: Sendable, Equatable {
  case nothing
  case question(String)
  /// Lines that came together.
  case pasted([String])
  /// A name with its colon, and what follows it.
  case command(name: String, argument: String)

  /// Words that leave or help, as other shells have taught people to type them.
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

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    guard let start = utf8.firstIndex(where: { !$0.isBlank }),
      let end = utf8.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(self[start...end])
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
