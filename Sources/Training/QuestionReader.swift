import Commands
import Evaluation
import Platform

/// Asks a collection questions on all cores, and keeps what came of them in their order.
struct QuestionReader: Sendable {
  typealias Failure = JudgedCollection.Failure

  let collection: JudgedCollection

  func read<Result: Sendable>(
    _ questions: [EvaluationQuestion],
    _ body:
      @escaping @Sendable (EvaluationQuestion, JudgedCollection.Reader) throws(Failure) ->
      Result
  ) throws(Failure) -> [Result] {
    let tasks = NumberedTasks<Result, Failure>(count: questions.count)
    onThreads(min(processorCount, max(questions.count, 1))) { _ in
      let reader = collection.makeReader()
      while let number = tasks.next() {
        do throws(Failure) {
          tasks.finish(number, with: try body(questions[number], reader))
        } catch {
          tasks.fail(error)
        }
      }
    }
    return try tasks.results()
  }
}
