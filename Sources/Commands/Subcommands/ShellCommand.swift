import ArgumentParser
import Glibc
import Library
import LineEditing
import Platform

/// `tanya` without a command: the shell in a terminal, otherwise questions line by line.
struct ShellCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Ask question by question (the default without a command).",
    discussion: """
      Examples:
        tanya
        tanya --language id
        tanya < questions.txt

      Enter one question per line; :help lists the commands. If input or output is not a \
      terminal, there is no prompt, and questions are read line by line.
      """)

  @OptionGroup var top: TopOption
  @OptionGroup var format: FormatOptions
  @OptionGroup var questionOptions: QuestionOptions
  @OptionGroup var narrowing: NarrowingOptions
  @OptionGroup var refresh: RefreshOption
  @Flag(help: "Keep no history.") var noHistory = false
  @OptionGroup var index: IndexOption
  /// Arguments without a command, for a helpful error message.
  @Argument(help: .hidden) var words: [String] = []

  func validate() throws {
    guard let word = words.first else { return }
    if RootCommand.commandNames.contains(word) {
      throw ValidationError("Options follow the command: tanya \(word) …")
    }
    let nearest =
      EditDistance.nearest(to: word, among: RootCommand.commandNames).map {
        " Did you mean tanya \($0)?"
      } ?? ""
    throw ValidationError(
      words.count == 1
        ? "There is no command '\(word)'.\(nearest) tanya help lists all commands."
        : "There is no command '\(word)'.\(nearest) Ask a question with: tanya ask"
          + " \(ShellWord.quoted(words.joined(separator: " ")))")
  }

  func perform() throws(CommandError) -> Int32 {
    Interrupt.note()
    let isInteractive = Terminal.isTerminal(STDIN_FILENO) && Terminal.isTerminal(STDOUT_FILENO)
    let configuration = try index.choice.configuration()
    let location = try index.choice.location(
      configuration, announcing: isInteractive ? nil : IndexMessage.builtInLibrary)
    let library = try SessionLibrary(location)
    var settings = SessionSettings(configuration)
    settings.top = top.count ?? settings.top
    settings.color = format.color ?? settings.color
    settings.isRefreshed = refresh.choice ?? settings.isRefreshed
    let form = format.format ?? configuration.choice(.format) ?? .text
    var session = Session(
      library: library, options: questionOptions.askOptions(configuration), settings: settings,
      writer: AnswerWriter(format: form, typesetter: configuration.typesetter(format.color)),
      isInteractive: isInteractive, output: Output())
    session.history = { ReadlineSource.history }
    session.configurationPath = configuration.userPath
    try session.setNarrowing(narrowing.narrowing)
    guard isInteractive else {
      var loop = SessionLoop(
        source: PlainLineSource(descriptor: STDIN_FILENO), session: session)
      return try loop.run()
    }
    if !index.quiet {
      if location == .builtIn { session.say(SessionMessage.builtInLibrary) }
      session.say(SessionMessage.help)
      try session.output.flush()
    }
    let source = try source(configuration, library)
    var loop = SessionLoop(source: source, session: session)
    return try loop.run()
  }

  /// Returns the source of lines that are edited in the terminal.
  private func source(
    _ configuration: Configuration, _ library: SessionLibrary
  ) throws(CommandError) -> ReadlineSource {
    let source = ReadlineSource(
      history: noHistory ? nil : HistoryFile { Environment.process[$0] },
      words: { SessionCompletion.completions(for: $0, in: library.current) },
      wasInterrupted: { Interrupt.take() })
    if let mode = configuration.text(.editing) { source.setEditingMode(mode) }
    for setting in configuration.bindings
    where !source.bind(setting.keys, to: setting.function) {
      throw .configuration(
        ConfigurationError(
          path: configuration.userPath ?? "", line: setting.line,
          problem: .unknownFunction(setting.function, keys: setting.keys)))
    }
    return source
  }
}
