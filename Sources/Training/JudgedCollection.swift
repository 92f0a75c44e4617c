import Evaluation
import Glibc
import Indexing
import Library
import Platform
import Retrieval

/// Documents with questions about them, which are indexed and asked as by `tanya index` and `tanya
/// ask`.
struct JudgedCollection: Sendable {
  let questions: [EvaluationQuestion]
  private let library: Library

  /// Indexes the documents.
  ///
  /// - Parameters:
  ///   - documents: The path of a folder, a file, or a collection in JSON Lines.
  ///   - questions: The path of a file in a format of `tanya eval`.
  ///   - judgements: The path of a file with judgements about which documents answer which
  ///     questions.
  ///   - folder: The folder of the index, which must be missing or empty.
  init(
    documents: String, questions: String, judgements: String, indexing folder: String
  ) throws(TrainingFailure) {
    let judgements = RelevanceJudgements(parsing: try Self.bytes(of: judgements))
    let bytes = try Self.bytes(of: questions)
    do throws(QuestionFileError) {
      self.questions = judgements.judging(try QuestionFileParser.questions(parsing: bytes))
    } catch {
      throw .questions(path: questions, error)
    }
    do throws(IndexingError) {
      try Library.update(
        IndexRequest(folder: folder, adding: [documents], threads: processorCount))
    } catch {
      throw .indexing(error)
    }
    do throws(IndexError) { library = try Library(.folder(folder)) } catch { throw .index(error) }
  }

  func makeReader() -> LibraryReader { library.makeReader() }

  private static func bytes(of path: String) throws(TrainingFailure) -> [UInt8] {
    do throws(FileError) { return try readFile(path) } catch { throw .file(error) }
  }
}

/// The reason why nothing can be learned.
enum TrainingFailure: Error, CustomStringConvertible {
  case file(FileError)
  case questions(path: String, QuestionFileError)
  case indexing(IndexingError)
  case index(IndexError)
  case noCollection(folder: String)

  var description: String {
    switch self {
    case .file(let error): "\(error.path): \(error.operation): \(error.reason)"
    case .questions(let path, let error): "\(path):\(error.line): \(error.kind)"
    case .indexing(let error): "\(error)"
    case .index(let error): "\(error)"
    case .noCollection(let folder): "\(folder): no collection"
    }
  }
}

extension FileError {
  fileprivate var reason: String { String(cString: strerror(code)) }
}
