import Library

/// A command of the shell. Dispatch, completion and help use the table `all`.
struct SessionCommand: Sendable {
  /// The kind of argument, for help and completion.
  enum Argument: String, Sendable, CaseIterable {
    case nothing = ""
    /// The number of a citation; 1 by default.
    case citation = "N"
    case path = "PATH"
    case file = "FILE"
    /// A document's id or file.
    case document
    case language = "LANGUAGE"
    /// Numbers of documents.
    case documents = "N,N"
    /// A pattern for paths or titles.
    case pattern = "PATTERN"
    case date = "DATE"
    /// Words that documents state about themselves.
    case words = "WORDS"
    /// A topic in plain words.
    case topic = "TOPIC"
    case setting = "NAME VALUE"
    case command = "COMMAND"
    /// A program with its arguments, for `sh`.
    case program = "PROGRAM"
    /// A word to look up, or `add WORD = TRANSLATION`.
    case word = "WORD"

    /// The name in help.
    var name: String { self == .document ? Argument.file.rawValue : rawValue }
  }

  /// The name with its colon.
  var name: String
  var aliases: [String] = []
  var argument: Argument
  /// Whether the list of commands has a row for it; other rows name those without one.
  var isListed = true
  /// One line for the list of commands.
  var summary: Phrase
  /// Details for the help on this command.
  var details: Phrase?
  var run: @Sendable (inout Session, String) throws(CommandError) -> Void

  static let all = answers + documents + conversation

  static func named(_ name: String) -> SessionCommand? {
    all.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// Returns the command that was probably meant.
  static func nearest(to name: String) -> String? {
    EditDistance.nearest(to: name, among: all.map(\.name))
  }

  /// The name with its argument.
  var usage: String { argument == .nothing ? name : "\(name) \(argument.name)" }
}

extension Session {
  /// Shows the list of commands, or the help on one.
  mutating func showHelp(_ name: String) {
    if name.isEmpty { return listCommands() }
    let name = name.hasPrefix(":") ? name : ":" + name
    guard let command = SessionCommand.named(name) else {
      return say(SessionMessage.unknownCommand(name, nearest: SessionCommand.nearest(to: name)))
    }
    let names = ([command.usage] + command.aliases).joined(separator: ", ")
    output.append(writer.typesetter.lines([StyledText(names, .title)]))
    for phrase in [command.summary, command.details].compactMap(\.self) {
      output.append(
        writer.typesetter.lines([StyledText(phrase.text(in: language))], first: "  ", indent: 2))
    }
  }

  private mutating func listCommands() {
    say(SessionMessage.help)
    let listed = SessionCommand.all.filter(\.isListed)
    let width = listed.map(\.usage.utf8.count).max() ?? 0
    for command in listed {
      let margin = "  " + padded(command.usage, to: width + 2)
      output.append(
        writer.typesetter.lines(
          [StyledText(command.summary.text(in: language))], first: margin,
          indent: margin.utf8.count))
    }
  }
}
