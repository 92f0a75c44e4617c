import ArgumentParser

/// `tanya` itself.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tanya",
    abstract: "Ask your own documents, offline: answers are quoted from them word for word.",
    discussion: """
      Examples:
        tanya                                    (asks on, question by question)
        tanya ask Who is the deputy minister of digital affairs?
        tanya index ~/Documents                  (to ask your own from then on)
        tanya ask --json "Berapa talenta digital yang ditargetkan?"
        tanya batch questions.txt --format markdown > answers.md
        tanya doctor                             (what is missing, how to get it)

      Exit status:
        0    something was cited, or what was to be done is done
        1    nothing was found; in a batch: for at least one question
        2    wrong usage, or an input or index that cannot be read
        130  interrupted
      """,
    version: ProgramVersion.line,
    subcommands: [
      ShellCommand.self, AskCommand.self, BatchCommand.self, IndexCommand.self,
      GlossaryCommand.self, StatusCommand.self, DoctorCommand.self, VerifyCommand.self,
      EvalCommand.self, CompletionCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: ShellCommand.self)

  /// What may stand behind `tanya`.
  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  /// Parses what was typed.
  ///
  /// ArgumentParser reflects upon a command's options for each of the commands above it, too, so the
  /// one that is named is parsed for itself. What it does not take goes to the whole tree, which
  /// tells help, version and errors with the command's full name.
  static func command(of arguments: [String]) throws -> any ParsableCommand {
    let name = arguments.first ?? configuration.defaultSubcommand?.configuration.commandName
    let named = configuration.subcommands.first { $0.configuration.commandName == name }
    if let command = try? named?.parse(Array(arguments.dropFirst())) { return command }
    return try parseAsRoot(arguments)
  }
}
