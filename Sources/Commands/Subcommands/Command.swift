import ArgumentParser

/// A command whose arguments are parsed by ArgumentParser and whose errors are `CommandError`s.
protocol Command: ParsableCommand {
  /// Performs the command.
  ///
  /// - Returns: The exit status (`ExitStatus`).
  func perform() throws(CommandError) -> Int32
}

extension Command {
  /// ArgumentParser's own entry point, which `run(arguments:)` does not use.
  func run() throws {
    let status = try perform()
    if status != 0 { throw ExitCode(status) }
  }
}
