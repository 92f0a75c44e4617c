import ArgumentParser

/// A command of tanya's: its arguments are parsed by ArgumentParser, its errors are ours.
protocol Command: ParsableCommand {
  /// Does the work.
  ///
  /// - Returns: the exit status (`ExitStatus`).
  func perform() throws(CommandError) -> Int32
}

extension Command {
  /// ArgumentParser's own way in, which `run(arguments:)` does not take.
  func run() throws {
    let status = try perform()
    if status != 0 { throw ExitCode(status) }
  }
}

/// Turns an engine's error into a command's.
func library<Result>(
  _ body: () throws(LibraryError) -> Result
) throws(CommandError) -> Result {
  do throws(LibraryError) {
    return try body()
  } catch .interrupted {
    throw .interrupted
  } catch {
    throw .library(error)
  }
}
