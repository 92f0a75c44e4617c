import Evaluation
import Glibc
import Indexing
import Library
import Platform
import Retrieval

/// Documents with questions about them, indexed and asked as `tanya index` and `tanya ask` do.
struct JudgedCollection: Sendable {
  let questions: [EvaluationQuestion]
  private let library: Library

  /// - Parameters:
  ///   - documents: A folder, a file, or a collection in JSON Lines.
  ///   - questions: A file as `tanya eval` takes it.
  ///   - judgements: A file that says which documents answer which questions.
  ///   - folder: The folder of the index, missing or empty.
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
