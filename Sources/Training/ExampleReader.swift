import Answering
import Commands
import Evaluation
import Glibc
import Platform
import Synchronization

/// Makes examples of a collection, on all cores.
struct ExampleReader {
  let collection: JudgedCollection
  let depth: Int
  /// Documents that are scored.
  private static let documents = 20

  func examples() throws(JudgedCollection.Failure) -> [RankingExample] {
    let questions = collection.questions.filter { !$0.relevantDocuments.isEmpty }
    let shared = Shared(count: questions.count)
    onThreads(min(processorCount, max(questions.count, 1))) { _ in
      let reader = collection.makeReader()
      while let place = shared.next() {
        do throws(JudgedCollection.Failure) {
          shared.finish(try example(questions[place], reader), at: place)
        } catch {
          shared.fail(error)
        }
      }
    }
    return try shared.result()
  }

  private func example(
    _ question: EvaluationQuestion, _ reader: JudgedCollection.Reader
  ) throws(JudgedCollection.Failure) -> RankingExample {
    let candidates = try reader.candidates(
      for: question.text, depth: depth, documents: Self.documents)
    return RankingExample(
      inputs: candidates.passages.flatMap { passage in
        [passage.score] + PassageFeature.allCases.map { passage.features[$0] }
      }, documents: candidates.passages.map(\.document), others: candidates.documents,
      relevant: question.relevantDocuments)
  }
}

/// Which questions are done, for all threads.
private final class Shared: Sendable {
  private struct State {
    var next = 0
    var found: [RankingExample?]
    var failure: JudgedCollection.Failure?
  }

  private let state: Mutex<State>

  init(count: Int) { state = Mutex(State(found: Array(repeating: nil, count: count))) }

  func next() -> Int? {
    state.withLock { state in
      guard state.failure == nil, state.next < state.found.count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  func finish(_ example: RankingExample, at place: Int) {
    state.withLock { $0.found[place] = example }
  }

  func fail(_ error: JudgedCollection.Failure) {
    state.withLock { $0.failure = $0.failure ?? error }
  }

  func result() throws(JudgedCollection.Failure) -> [RankingExample] {
    let state = state.withLock { $0 }
    if let failure = state.failure { throw failure }
    return state.found.compactMap(\.self)
  }
}
