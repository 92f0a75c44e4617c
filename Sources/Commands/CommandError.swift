import Evaluation
import Indexing
import Library
import Platform
import Retrieval
import Translation

/// Why a command could not do its work: facts, which `UserMessage` puts into words.
enum CommandError: Error, Sendable, Equatable {
  /// The index cannot be opened or read.
  case index(IndexError)
  /// The index could not be built or updated.
  case indexing(IndexingError)
  case file(FileError)
  /// A file of questions that cannot be read.
  case input(path: String, code: Int32)
  /// Standard output cannot be written.
  case output(code: Int32)
  /// A program that was to show a file did not start, or failed.
  case editor(command: String)
  /// A line of input, from 1, that is no question.
  case line(Int, BatchLineError)
  case emptyQuestion
  /// No document meets the conditions that questions are narrowed by.
  case nothingAdmitted(Narrowing)
  /// An index that was found and that somebody else built is to be updated.
  case foreignIndex(folder: String)
  /// A line of questions with expected answers.
  case questionFile(path: String, QuestionFileError)
  /// Not one question says what is expected of it.
  case nothingToScore(path: String)
  /// An earlier run to compare with.
  case savedRun(path: String, SavedEvaluation.ReadingError)
  /// A threshold on a measure that no question counts for.
  case noFigure(Measure)
  /// The user's glossary cannot be added to.
  case glossary(path: String, UserGlossary.Failure)
  case interrupted
}

/// How a command ended, as scripts see it (see also `Interrupt.exitCode`).
enum ExitStatus {
  static let cited: Int32 = 0
  static let nothingFound: Int32 = 1
  static let failed: Int32 = 2
}
