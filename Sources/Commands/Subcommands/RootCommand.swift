import ArgumentParser

/// `tanya` itself, with all commands.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tanya",
    abstract: "Ask your own documents, offline: answers are quoted from them word for word.",
    discussion: """
      Examples:
        tanya                                    (the shell, question by question)
        tanya "Who is the deputy minister of digital affairs?"
        tanya index ~/Documents                  (from then on, asks these)
        tanya ask --json "Berapa talenta digital yang ditargetkan?"
        tanya batch questions.txt --format markdown > answers.md
        tanya doctor                             (what is missing, and how to get it)

      Exit status:
        0    something was cited, or the command succeeded
        1    nothing was found; in a batch: for at least one question
        2    a usage error, or an unreadable input or index
        130  interrupted
      """,
    version: ProgramVersion.line,
    subcommands: [
      ShellCommand.self, AskCommand.self, BatchCommand.self, IndexCommand.self,
      ShowCommand.self, TextCommand.self, GlossaryCommand.self, StatusCommand.self,
      DoctorCommand.self, VerifyCommand.self, EvalCommand.self, MCPCommand.self,
      ClusterCommand.self, ConfigCommand.self, CompletionCommand.self,
      ManualCommand.self,
    ],
    defaultSubcommand: ShellCommand.self)

  /// The names of all commands.
  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  /// Parses the arguments of the program.
  ///
  /// ArgumentParser inspects a command's options by reflection once for each command above it, so a
  /// named command is parsed by itself. If that fails, the whole tree is parsed, because its help,
  /// version and errors show the full name of the command.
  static func command(of arguments: [String]) throws -> any ParsableCommand {
    let name = arguments.first ?? configuration.defaultSubcommand?.configuration.commandName
    let named = configuration.subcommands.first { $0.configuration.commandName == name }
    if let command = try? named?.parse(Array(arguments.dropFirst())) { return command }
    return try parseAsRoot(arguments)
  }
}
