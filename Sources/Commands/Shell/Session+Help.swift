extension Session {
  /// The list of all commands, or all about one.
  mutating func showHelp(_ name: String) {
    if name.isEmpty { return listCommands() }
    let name = name.hasPrefix(":") ? name : ":" + name
    guard let command = SessionCommand.named(name) else {
      return say(.unknownCommand(name, nearest: SessionCommand.nearest(to: name)))
    }
    let names = ([command.usage] + command.aliases).joined(separator: ", ")
    output.append(writer.typesetter.lines([StyledText(names, .title)]))
    for phrase in [command.summary, command.details].compactMap(\.self) {
      output.append(
        writer.typesetter.lines([StyledText(phrase.text(in: language))], first: "  ", indent: 2))
    }
  }

  private mutating func listCommands() {
    say(.helpHint)
    let width = SessionCommand.all.map(\.usage.utf8.count).max() ?? 0
    for command in SessionCommand.all {
      let margin = "  " + padded(command.usage, to: width + 2)
      output.append(
        writer.typesetter.lines(
          [StyledText(command.summary.text(in: language))], first: margin,
          indent: margin.utf8.count))
    }
  }
}
