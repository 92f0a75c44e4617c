import CReadline
import Glibc
import Synchronization

/// A source of lines that a person edits at a terminal with GNU readline.
///
/// There is only one terminal, so there must be only one value of this type. It waits for keys, and
/// passes them to readline one by one (readline's "alternate interface"). Only in this way can
/// Ctrl-C end a line without a jump out of a signal handler.
public struct ReadlineSource: LineSource {
  private let history: ReadlineHistory
  private let wasInterrupted: @Sendable () -> Bool

  /// - Parameters:
  ///   - history: The file of earlier lines, or nil to keep none.
  ///   - words: The source of the words that completion offers.
  ///   - wasInterrupted: A closure that returns whether SIGINT has arrived since its last call. The
  ///     program's own handler, which must be installed already, records the signal.
  public init(
    history: HistoryFile?, words: @escaping WordSource,
    wasInterrupted: @escaping @Sendable () -> Bool
  ) {
    setEditingLocale()
    currentWordSource.withLock { $0 = words }
    // readline keeps the pointer as long as the program runs.
    tanya_rl_configure(strdup("tanya")) { attemptCompletion(word: $0, start: $1, end: $2) }
    self.history = ReadlineHistory(file: history)
    self.wasInterrupted = wasInterrupted
    wasContinued.store(false, ordering: .relaxed)
    signal(SIGCONT) { _ in wasContinued.store(true, ordering: .relaxed) }
  }

  public var isFollowed: Bool {
    var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&source, 1, 0) > 0
  }

  /// The lines that are remembered, the oldest first.
  public static var history: [String] { ReadlineHistory.lines }

  /// Chooses how keys edit the line, whatever `inputrc` says.
  ///
  /// - Parameter mode: `emacs` or `vi`.
  public func setEditingMode(_ mode: String) {
    rl_initialize()
    rl_variable_bind("editing-mode", mode)
  }

  /// Lets a sequence of keys call a function of readline, whatever `inputrc` says.
  ///
  /// - Parameters:
  ///   - keys: In readline's notation, such as `\C-t`.
  ///   - function: The name of a function of readline, such as `menu-complete`.
  /// - Returns: `false` if there is no such function, or the keys are not in this notation.
  public func bind(_ keys: String, to function: String) -> Bool {
    rl_initialize()
    guard !keys.isEmpty, let function = rl_named_function(function) else { return false }
    return rl_bind_keyseq(keys, function) == 0
  }

  public mutating func remember(_ line: String) { history.remember(line) }

  public mutating func nextLine(prompt: Prompt) throws(LineError) -> LineEvent {
    finishedLine.withLock { $0 = nil }
    _ = wasInterrupted()
    wasContinued.store(false, ordering: .relaxed)
    // The window may have been resized while readline was inactive.
    tanya_rl_measure_window()
    rl_callback_handler_install(prompt.readlineForm) { finish($0) }
    while true {
      if let event = finishedLine.withLock({ $0 }) {
        if event == .endOfInput, !breaksLineAtEnd { putLineBreak() }
        return event
      }
      // The process continues after a stop: show the line again, below the output of the shell.
      if wasContinued.exchange(false, ordering: .relaxed) {
        tanya_rl_measure_window()
        rl_forced_update_display()
      }
      let wake = awaitWake()
      switch wake {
      case .key: rl_callback_read_char()
      // readline restores the terminal, and passes the signal on to the program's handler.
      case .signal: rl_check_signals()
      case .interrupt: break
      }
      if wake == .interrupt || wasInterrupted() {
        rl_callback_handler_remove()
        putLineBreak()
        return .interrupted
      }
    }
  }

  private enum Wake { case key, signal, interrupt }

  /// Waits for a key or a signal.
  ///
  /// Signals are blocked from the check for earlier signals until the wait itself, which unblocks
  /// them. Otherwise, a signal that arrives in between would be noticed only with the next key.
  private func awaitWake() -> Wake {
    var held = sigset_t()
    var before = sigset_t()
    sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH] { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    if rl_pending_signal() != 0 || wasContinued.load(ordering: .relaxed) { return .signal }
    if wasInterrupted() { return .interrupt }
    return tanya_await_input(STDIN_FILENO, &before) > 0 ? .key : .signal
  }

  /// A Boolean value that indicates whether readline itself writes a line break at the end of the
  /// input: `rl_deprep_terminal` does so if bracketed paste is enabled.
  private var breaksLineAtEnd: Bool {
    guard let value = rl_variable_value("enable-bracketed-paste") else { return false }
    return strcmp(value, "on") == 0
  }

  private func putLineBreak() {
    write(STDOUT_FILENO, "\n", 1)
  }
}

/// A Boolean value that indicates whether the process continues after a stop.
private let wasContinued = Atomic(false)

/// The end of the line that is being edited, or nil if it has not ended. It is global, because
/// readline's callback cannot capture variables.
private let finishedLine = Mutex<LineEvent?>(nil)

private func finish(_ line: UnsafeMutablePointer<CChar>?) {
  rl_callback_handler_remove()
  let event = line.map { LineEvent.line(String(cString: $0)) } ?? .endOfInput
  free(line)
  finishedLine.withLock { $0 = event }
}
