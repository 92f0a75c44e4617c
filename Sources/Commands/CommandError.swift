/// Why a command could not do its work: facts, which `UserMessage` puts into words.
enum CommandError: Error, Sendable, Equatable {
  case library(LibraryError)
  /// A file of questions that cannot be read.
  case input(path: String, code: Int32)
  /// Standard output cannot be written.
  case output(code: Int32)
  /// A program that was to show a file did not start, or failed.
  case editor(command: String)
  /// A line of input, from 1, that is no question.
  case line(Int, BatchLineError)
  case emptyQuestion
  case interrupted
}

/// Why a library cannot be opened, asked or changed.
enum LibraryError: Error, Sendable, Equatable {
  case missing(folder: String)
  /// The folder holds other things than an index.
  case notAnIndex(folder: String)
  case newerFormat(folder: String, version: Int, supported: Int)
  /// Made with other rules of analysis than this program's.
  case otherAnalysis(folder: String)
  case damaged(file: String, offset: Int?, detail: String)
  case busy(folder: String)
  case sourceMissing(path: String)
  case unknownSource(path: String)
  case nothingToIndex
  case duplicateIdentifier(id: String, first: String, second: String)
  /// An operation on a file failed with this `errno`.
  case file(operation: String, path: String, code: Int32)
  /// The built-in articles are part of the program.
  case builtIn
  case interrupted
}

/// How a command ended, as scripts see it (see also `Interrupt.exitCode`).
enum ExitStatus {
  static let cited: Int32 = 0
  static let nothingFound: Int32 = 1
  static let failed: Int32 = 2
}
