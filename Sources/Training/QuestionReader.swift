import Evaluation
import Library
import Platform
import Retrieval

/// Asks a collection questions on all cores, and returns the results in the order of the questions.
struct QuestionReader: Sendable {
  let collection: JudgedCollection

  func read<Result: Sendable>(
    _ questions: [EvaluationQuestion],
    _ body:
      @escaping @Sendable (EvaluationQuestion, LibraryReader) throws(IndexError) -> Result
  ) throws(IndexError) -> [Result] {
    let tasks = NumberedTasks<Result, IndexError>(count: questions.count)
    onThreads(min(processorCount, max(questions.count, 1))) { _ in
      let reader = collection.makeReader()
      while let number = tasks.next() {
        do throws(IndexError) {
          tasks.finish(number, with: try body(questions[number], reader))
        } catch {
          tasks.fail(error)
        }
      }
    }
    return try tasks.results()
  }
}
