import ArgumentParser

/// `tanya` itself.
struct RootCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "tanya",
    abstract: "Ask your own documents, offline: answers are quoted from them word for word.",
    discussion: """
      Examples:
        tanya ask Who is the deputy minister of digital affairs?
        tanya index ~/Documents
        tanya ask --json "Berapa talenta digital yang ditargetkan?"
        tanya batch questions.txt --format markdown
        tanya                          (asks on, question by question)

      Exit status: 0 something was cited, 1 nothing was found, 2 an error, 130 interrupted.
      """,
    version: "tanya \(version)",
    subcommands: [
      ShellCommand.self, AskCommand.self, BatchCommand.self, IndexCommand.self,
      GlossaryCommand.self, StatusCommand.self, VerifyCommand.self, EvalCommand.self,
    ],
    defaultSubcommand: ShellCommand.self)
}
