import Library

/// A command of the shell. The table ``all`` is used for dispatch, completion and help.
struct SessionCommand: Sendable {
  /// The kind of argument, for help and completion.
  enum Argument: String, Sendable, CaseIterable {
    case nothing = ""
    /// The number of a citation; 1 by default.
    case citation = "N"
    case path = "PATH"
    case file = "FILE"
    /// The id or the file of a document.
    case document
    case language = "LANGUAGE"
    /// The numbers of documents.
    case documents = "N,N"
    /// A pattern for paths or titles.
    case pattern = "PATTERN"
    case date = "DATE"
    /// Words of the metadata of documents.
    case words = "WORDS"
    /// A topic in plain words.
    case topic = "TOPIC"
    case setting = "NAME VALUE"
    case command = "COMMAND"
    /// A program with its arguments, for `sh`.
    case program = "PROGRAM"
    /// A word to look up, or `add WORD = TRANSLATION`.
    case word = "WORD"

    /// The name in the help text.
    var name: String { self == .document ? Argument.file.rawValue : rawValue }
  }

  /// The name, including the colon.
  var name: String
  var aliases: [String] = []
  var argument: Argument
  /// A Boolean value that indicates whether the list of commands has a row for the command. Other
  /// rows mention the commands without one.
  var isListed = true
  /// A line for the list of commands.
  var summary: Phrase
  /// The details for the help on this command.
  var details: Phrase?
  var run: @Sendable (inout Session, String) throws(CommandError) -> Void

  static let all = answers + documents + conversation

  static func named(_ name: String) -> SessionCommand? {
    all.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// Returns the command that the user probably meant.
  static func nearest(to name: String) -> String? {
    EditDistance.nearest(to: name, among: all.map(\.name))
  }

  /// The name with its argument.
  var usage: String { argument == .nothing ? name : "\(name) \(argument.name)" }
}

extension Session {
  /// Shows the list of commands, or the help on one command.
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
