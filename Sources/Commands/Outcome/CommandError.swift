import Evaluation
import Indexing
import Library
import Platform
import Retrieval
import Translation

/// The reason why a command failed, as facts that `ErrorMessage` puts into words.
enum CommandError: Error, Sendable, Equatable {
  /// The index cannot be opened or read.
  case index(IndexError)
  /// The index cannot be built or updated.
  case indexing(IndexingError)
  /// The index to be updated was found, not named, and was built by another user.
  case foreignIndex(folder: String)
  case file(FileError)
  /// A file of questions cannot be read.
  case input(path: String, code: Int32)
  /// Standard output cannot be written.
  case output(code: Int32)
  /// The program that should show a file did not start, or failed.
  case editor(command: String)
  /// A program that the user typed did not start.
  case program(command: String)
  /// A line of input, numbered from 1, is not a question.
  case line(Int, BatchLineError)
  case emptyQuestion
  /// No document meets the conditions.
  case nothingAdmitted(Narrowing)
  /// No document has the given name.
  case noDocument(String)
  /// A name matches several documents, given by their ids.
  case severalDocuments(String, [String])
  /// A line of a file of questions with expected answers cannot be read.
  case questionFile(path: String, QuestionFileError)
  /// No question has an expected answer or document.
  case nothingToScore(path: String)
  /// A saved run cannot be read for a comparison.
  case savedRun(path: String, SavedEvaluation.ReadingError)
  /// A threshold is set for a measure that applies to no question.
  case noFigure(Measure)
  /// An entry cannot be added to the user's glossary.
  case glossary(path: String, UserGlossary.Failure)
  case configuration(ConfigurationError)
  /// No library of the configuration has the name.
  case unknownLibrary(String, known: [String])
  /// No cluster of the configuration has the name.
  case unknownCluster(String, known: [String])
  /// A cluster is asked for what only an index offers.
  case notOfCluster
  /// A library of the configuration has no index yet.
  case libraryNotIndexed(String, folder: String)
  /// Indexing and watching take only one library.
  case severalLibraries([String])
  case interrupted
}

/// The reason why a line of a batch is not a question.
enum BatchLineError: Error, Sendable, Equatable {
  /// The line is not UTF-8. The offset is relative to its first byte.
  case invalidUTF8(offset: Int)
  case malformedJSON(offset: Int)
  /// The object has no `question` or `text`, or its value is not a string.
  case noQuestion
  case invalidIdentifier
  case emptyQuestion
  /// No document meets the conditions in the question.
  case nothingAdmitted(Narrowing)
  /// A cluster did not answer the question.
  case source(SourceError)
  /// The line is longer than the limit. The lines after it cannot be found.
  case tooLong(limit: Int)
}

/// The exit status of a command (see also `Interrupt.exitCode`).
enum ExitStatus {
  static let cited: Int32 = 0
  static let nothingFound: Int32 = 1
  static let failed: Int32 = 2
}

/// Calls a closure and converts the error of the index that it throws.
func asking<Result>(
  _ body: () throws(IndexError) -> Result
) throws(CommandError) -> Result {
  do throws(IndexError) {
    return try body()
  } catch {
    throw .index(error)
  }
}

extension LibraryReader {
  /// Returns the reader for a question that may contain conditions on documents.
  ///
  /// - Throws: An error if no document meets the conditions.
  func admitting(_ question: String) throws(CommandError) -> LibraryReader {
    let reader = try asking { () throws(IndexError) in try narrowed(for: question) }
    if reader !== self, let scope = reader.scope, scope.documentCount == 0 {
      throw .nothingAdmitted(scope.narrowing)
    }
    return reader
  }
}

extension Library {
  /// Returns the documents that meet the conditions; nil if there are no conditions.
  ///
  /// - Throws: An error if no document meets them.
  func scope(admitting narrowing: Narrowing) throws(CommandError) -> LibraryScope? {
    let scope = try asking { () throws(IndexError) in try self.scope(of: narrowing) }
    if scope?.documentCount == 0 { throw .nothingAdmitted(narrowing) }
    return scope
  }
}
