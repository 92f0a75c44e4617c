import LineEditing

/// Reads lines and hands them to a session until one of them ends.
struct SessionLoop<Source: LineSource> {
  var source: Source
  var session: Session
  let prompt: Prompt

  /// - Returns: the exit status: for a person who leaves there is nothing to report.
  mutating func run() throws(CommandError) -> Int32 {
    var hadError = false
    while !session.isOver {
      do throws(CommandError) {
        switch try nextLine() {
        case .endOfInput: session.isOver = true
        case .interrupted:
          if !session.isInteractive { throw .interrupted }
        case .line(let line):
          source.remember(line)
          try session.handle(line)
        }
        try session.output.flush()
      } catch {
        // One line failed; those that follow need not.
        guard goesOn(after: error) else { throw error }
        hadError = true
        Output.report(error)
      }
    }
    if session.isInteractive { return ExitStatus.cited }
    return hadError ? ExitStatus.failed : session.tally.exitStatus
  }

  private func goesOn(after error: CommandError) -> Bool {
    switch error {
    case .output, .input: false
    case .interrupted: session.isInteractive
    default: true
    }
  }

  private mutating func nextLine() throws(CommandError) -> LineEvent {
    do throws(LineError) {
      return try source.nextLine(prompt: prompt)
    } catch {
      switch error {
      case .invalidUTF8(let line, let offset): throw .line(line, .invalidUTF8(offset: offset))
      case .unreadable(let code): throw .input(path: "standard input", code: code)
      }
    }
  }
}
