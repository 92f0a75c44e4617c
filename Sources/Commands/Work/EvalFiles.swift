import Evaluation
import Platform

/// Reads and writes the files of `tanya eval`.
enum EvalFiles {
  /// Reads questions with their expectations.
  ///
  /// - Parameter judgements: The path of a file that lists the relevant documents of questions by
  ///   id; nil if there is none.
  /// - Throws: An error if a file cannot be read, or if nothing is expected of any question.
  static func questions(
    in path: String, judgedBy judgements: String?
  ) throws(CommandError) -> [EvaluationQuestion] {
    let input = try Input(path)
    let text = try input.readToEnd()
    var questions: [EvaluationQuestion]
    do throws(QuestionFileError) {
      questions = try QuestionFileParser.questions(parsing: text)
    } catch {
      throw .questionFile(path: input.name, error)
    }
    if let judgements {
      questions = RelevanceJudgements(parsing: try bytes(of: judgements)).judging(questions)
    }
    let isScored = questions.contains {
      $0.expectation != .unknown || !$0.relevantDocuments.isEmpty
    }
    guard isScored else { throw .nothingToScore(path: input.name) }
    return questions
  }

  static func savedRun(_ path: String) throws(CommandError) -> SavedEvaluation {
    let bytes = try bytes(of: path)
    do throws(SavedEvaluation.ReadingError) {
      return try SavedEvaluation(parsing: bytes)
    } catch {
      throw .savedRun(path: path, error)
    }
  }

  static func save(_ bytes: [UInt8], to path: String) throws(CommandError) {
    do throws(FileError) {
      try OutputFile.replace(path, with: bytes)
    } catch {
      throw .file(error)
    }
  }

  private static func bytes(of path: String) throws(CommandError) -> [UInt8] {
    do throws(FileError) {
      return try readFile(path)
    } catch {
      throw .file(error)
    }
  }
}
