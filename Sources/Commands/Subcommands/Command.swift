import ArgumentParser
import Library
import Retrieval

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

extension Library {
  /// Returns the documents that meet the conditions; nil if there are no conditions. An error if no
  /// document meets them.
  func scope(admitting narrowing: Narrowing) throws(CommandError) -> LibraryScope? {
    let scope = try asking { () throws(IndexError) in try self.scope(of: narrowing) }
    if scope?.documentCount == 0 { throw .nothingAdmitted(narrowing) }
    return scope
  }
}

/// Turns an error of the index into a command's.
func asking<Result>(
  _ body: () throws(IndexError) -> Result
) throws(CommandError) -> Result {
  do throws(IndexError) {
    return try body()
  } catch {
    throw .index(error)
  }
}
