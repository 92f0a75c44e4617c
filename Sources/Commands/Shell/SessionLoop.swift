import LineEditing

/// Reads lines and passes them to a session until either ends.
struct SessionLoop<Source: LineSource> {
  var source: Source
  var session: Session
  /// The beginning of a line that is continued after a backslash; nil at the start of a line.
  private var unfinished: String?
  /// A Boolean value that indicates whether the previous line was followed by another at once.
  private var wasFollowed = false

  init(source: Source, session: Session) {
    self.source = source
    self.session = session
  }

  /// - Returns: The exit status; success for an interactive session.
  mutating func run() throws(CommandError) -> Int32 {
    var hadError = false
    while !session.isOver {
      do throws(CommandError) {
        switch try nextLine() {
        case .endOfInput: session.isOver = true
        case .interrupted:
          if !session.isInteractive { throw .interrupted }
          unfinished = nil
          session.proposal = nil
        case .line(let line): try take(line)
        }
        try session.flush()
      } catch {
        // The lines after a failed one may succeed.
        guard goesOn(after: error) else { throw error }
        hadError = true
        if error == .interrupted { session.output.discard() }
        try session.flush()
        Output.report(error)
      }
    }
    if session.isInteractive { return ExitStatus.cited }
    return hadError ? ExitStatus.failed : session.tally.exitStatus
  }

  /// Passes a line to the session once it is complete. A backslash at its end continues it on the
  /// next line.
  private mutating func take(_ line: String) throws(CommandError) {
    guard session.isInteractive else { return try session.handle(line) }
    var whole = (unfinished ?? "") + line
    unfinished = nil
    if whole.hasSuffix("\\"), session.proposal == nil {
      whole.removeLast()
      unfinished = whole + " "
      return
    }
    // Replies are not added to the history, and pasted lines are added one by one.
    if session.proposal == nil {
      for line in whole.split(whereSeparator: \.isNewline) { source.remember(String(line)) }
    }
    session.isTyped = !wasFollowed && !source.isFollowed
    wasFollowed = source.isFollowed
    try session.handle(whole)
  }

  private func goesOn(after error: CommandError) -> Bool {
    switch error {
    case .output, .input(path: Self.standardInput, _), .line(_, .tooLong): false
    case .interrupted: session.isInteractive
    default: true
    }
  }

  private static var standardInput: String { "standard input" }

  private mutating func nextLine() throws(CommandError) -> LineEvent {
    do throws(LineError) {
      return try source.nextLine(
        prompt: unfinished == nil ? session.prompt : session.continuationPrompt)
    } catch {
      switch error {
      case .invalidUTF8(let line, let offset): throw .line(line, .invalidUTF8(offset: offset))
      case .tooLong(let line): throw .line(line, .tooLong(limit: PlainLineSource.longestLine))
      case .unreadable(let code): throw .input(path: Self.standardInput, code: code)
      }
    }
  }
}
