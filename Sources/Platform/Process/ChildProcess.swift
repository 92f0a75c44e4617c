import Glibc

/// A program that is started by `sh`, because its command may contain options (`code --wait`). It
/// uses the terminal until it ends.
public struct ChildProcess {
  private let process: pid_t

  /// - Parameters:
  ///   - command: The command, which may contain options.
  ///   - arguments: The arguments that follow those in the command.
  ///   - input: The descriptor of the program's standard input, or nil for the terminal.
  public init?(command: String, arguments: [String] = [], input: Int32? = nil) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    let words = ["sh", "-c", "exec \(command) \"$@\"", "sh"] + arguments
    var pointers = words.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    guard posix_spawn(&process, "/bin/sh", &actions, nil, pointers, environ) == 0 else {
      return nil
    }
    self.process = process
  }

  public enum End: Sendable, Equatable {
    case ended
    /// The program could not be started: the shell exited with the status 126 or 127.
    case couldNotStart
  }

  /// Waits until the program ends.
  public func wait() -> End {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let code = status >> 8 & 0xFF
    return status & 0x7F == 0 && (code == 126 || code == 127) ? .couldNotStart : .ended
  }
}
