import Library

/// A command of the shell. The table `all` gives dispatch, completion and help.
struct SessionCommand: Sendable {
  /// What follows the name: help shows it, completion goes by it.
  enum Argument: String, Sendable, CaseIterable {
    case nothing = ""
    /// The number of a citation; the first where none is given.
    case citation = "N"
    case path = "PATH"
    case file = "FILE"
    /// A document's id, or its file.
    case document
    case language = "LANGUAGE"
    /// Numbers of documents in the list of all.
    case documents = "N,N"
    /// A part of a path or title.
    case pattern = "PATTERN"
    case date = "DATE"
    /// What to look for, in plain words.
    case topic = "TOPIC"
    case setting = "NAME VALUE"
    case command = "COMMAND"
    /// To look up; or `add WORD = TRANSLATION`.
    case word = "WORD"

    /// As help shows it.
    var name: String { self == .document ? Argument.file.rawValue : rawValue }
  }

  /// With its colon; other names that it goes by follow.
  var name: String
  var aliases: [String] = []
  var argument: Argument
  /// One line in the list of all.
  var summary: Phrase
  /// What else is to be said when help is asked for this one.
  var details: Phrase?
  var run: @Sendable (inout Session, String) throws(CommandError) -> Void

  static let all = answers + documents + conversation

  static func named(_ name: String) -> SessionCommand? {
    all.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// The command that was probably meant.
  static func nearest(to name: String) -> String? {
    EditDistance.nearest(to: name, among: all.map(\.name))
  }

  /// The name with its argument.
  var usage: String { argument == .nothing ? name : "\(name) \(argument.name)" }
}
