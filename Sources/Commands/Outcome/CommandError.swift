import Evaluation
import Indexing
import Library
import Platform
import Retrieval
import Translation

/// The reason why a command could not do its work: facts, which `ErrorMessage` puts into words.
enum CommandError: Error, Sendable, Equatable {
  /// The index cannot be opened or read.
  case index(IndexError)
  /// The index cannot be built or updated.
  case indexing(IndexingError)
  /// An index that was found and that somebody else built is to be updated.
  case foreignIndex(folder: String)
  case file(FileError)
  /// A file of questions cannot be read.
  case input(path: String, code: Int32)
  /// Standard output cannot be written.
  case output(code: Int32)
  /// A program that was to show a file did not start, or failed.
  case editor(command: String)
  /// A program that the user typed did not start.
  case program(command: String)
  /// A line of input, numbered from 1, is not a question.
  case line(Int, BatchLineError)
  case emptyQuestion
  /// No document meets the conditions on documents.
  case nothingAdmitted(Narrowing)
  /// A name is not that of a document.
  case noDocument(String)
  /// A name matches several documents, given by their ids.
  case severalDocuments(String, [String])
  /// A line of questions with expected answers cannot be read.
  case questionFile(path: String, QuestionFileError)
  /// No question states what is expected of it.
  case nothingToScore(path: String)
  /// An earlier run cannot be compared with.
  case savedRun(path: String, SavedEvaluation.ReadingError)
  /// A threshold concerns a measure that no question counts for.
  case noFigure(Measure)
  /// The user's glossary cannot be added to.
  case glossary(path: String, UserGlossary.Failure)
  case configuration(ConfigurationError)
  /// No library of the configuration has the name.
  case unknownLibrary(String, known: [String])
  /// A library of the configuration has no index yet.
  case libraryNotIndexed(String, folder: String)
  /// An indexing run or a watch concerns one library.
  case severalLibraries([String])
  case interrupted
}

/// The reason why a line of a batch is not a question.
enum BatchLineError: Error, Sendable, Equatable {
  /// The offset counts from the first byte of the line.
  case invalidUTF8(offset: Int)
  case malformedJSON(offset: Int)
  /// The object has no `question` or `text`, or it is not a string.
  case noQuestion
  case invalidIdentifier
  case emptyQuestion
  /// No document meets the conditions in the question.
  case nothingAdmitted(Narrowing)
  /// It has more bytes than are read of a line. What follows it cannot be found.
  case tooLong(limit: Int)
}

/// The exit status of a command (see also `Interrupt.exitCode`).
enum ExitStatus {
  static let cited: Int32 = 0
  static let nothingFound: Int32 = 1
  static let failed: Int32 = 2
}

/// Converts an error of the index.
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
  /// Returns the reader for a question, which may have conditions on documents. An error if no
  /// document meets them.
  func admitting(_ question: String) throws(CommandError) -> LibraryReader {
    let reader = try asking { () throws(IndexError) in try narrowed(for: question) }
    if reader !== self, let scope = reader.scope, scope.documentCount == 0 {
      throw .nothingAdmitted(scope.narrowing)
    }
    return reader
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
