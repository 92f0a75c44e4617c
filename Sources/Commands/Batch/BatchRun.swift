import Platform
import Synchronization

/// Answers the lines of a batch on several threads, in order, each as soon as it can be written.
///
/// Threads take turns at the input: one waits for a line and, when it has one, lets the next wait
/// while it answers. So no question is handed from thread to thread, and a program that sends one
/// question and waits for its answer pays for no more than reading and writing.
final class BatchRun: Sendable {
  private let input: Mutex<QuestionLines>
  private let output: Monitor<OrderedOutput>
  /// A thread waits for input, or there is no more.
  private let isIdle = Atomic<Bool>(false)
  /// Questions that are answered ahead of the slowest: what bounds the memory of a run.
  private static let lead = 256

  init(input: QuestionLines, output: Output) {
    self.input = Mutex(input)
    self.output = Monitor(OrderedOutput(output))
  }

  /// - Parameter respond: made once per thread, on that thread.
  func run(
    threads: Int, makeResponder: @escaping @Sendable () -> Responder
  ) throws(CommandError) -> BatchTally {
    onThreads(threads) { _ in
      do throws(CommandError) {
        try self.work(makeResponder())
      } catch {
        self.fail(error)
      }
    }
    return try output.withLock { state -> Result<BatchTally, CommandError> in
      state.flush()
      return state.failure.map { .failure($0) } ?? .success(state.tally)
    }.get()
  }

  /// Answers one line.
  typealias Responder = (QuestionLines.Line) throws(CommandError) -> BatchResponse

  private func work(_ respond: Responder) throws(CommandError) {
    while let line = try nextLine() {
      let response = try respond(line)
      output.withLock {
        $0.add(response, at: line.place, isIdle: isIdle.load(ordering: .acquiring))
      }
      output.wakeAll()
      if Interrupt.isRequested { throw .interrupted }
    }
  }

  private func nextLine() throws(CommandError) -> QuestionLines.Line? {
    let result = input.withLock { lines in
      defer { isIdle.store(false, ordering: .releasing) }
      return Result { () throws(CommandError) in
        try lines.next {
          // In this order: who finishes from now on writes at once.
          isIdle.store(true, ordering: .releasing)
          output.withLock { $0.flush() }
        }
      }
    }
    guard let line = try result.get() else {
      isIdle.store(true, ordering: .releasing)
      return nil
    }
    output.wait { $0.failure == nil && $0.next + Self.lead <= line.place }
    return output.withLock { $0.failure == nil } ? line : nil
  }

  private func fail(_ error: CommandError) {
    output.withLock { $0.fail(error) }
    output.wakeAll()
    // One thread may be waiting for input that never comes.
    Interrupt.request()
  }
}
