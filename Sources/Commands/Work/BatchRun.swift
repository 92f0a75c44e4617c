import Platform
import Synchronization

/// Answers the lines of a batch on several threads, and writes the answers in order and as early as
/// possible.
///
/// Threads take turns at the input: one waits for a line and, once it has one, lets the next thread
/// wait while it answers. No question is handed from thread to thread, so a program that sends one
/// question and waits for its answer pays only for reading and writing.
final class BatchRun: Sendable {
  private let input: Mutex<QuestionLines>
  private let output: Monitor<OrderedOutput>
  /// A Boolean value that indicates whether a thread is waiting for input, or the input has ended.
  private let isIdle = Atomic<Bool>(false)
  /// The maximum number of questions by which the threads may run ahead of the next answer to
  /// write, which bounds memory.
  private static let lead = 256

  /// The greatest number of lines that are answered together.
  private let linesAtOnce: Int

  init(input: QuestionLines, output: Output, linesAtOnce: Int = 1) {
    self.linesAtOnce = linesAtOnce
    self.input = Mutex(input)
    self.output = Monitor(OrderedOutput(output))
  }

  /// Answers all lines.
  ///
  /// - Parameter makeResponder: Makes the responder of a thread. It is called once on each thread.
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

  /// A closure that answers some lines, and returns a response to each.
  typealias Responder = ([QuestionLines.Line]) throws(CommandError) -> [BatchResponse]

  private func work(_ respond: Responder) throws(CommandError) {
    while let lines = try nextLines() {
      let responses = try respond(lines)
      output.withLock { output in
        for (line, response) in zip(lines, responses) {
          output.add(response, at: line.place, isIdle: isIdle.load(ordering: .acquiring))
        }
      }
      output.wakeAll()
      if Interrupt.isRequested { throw .interrupted }
    }
  }

  private func nextLines() throws(CommandError) -> [QuestionLines.Line]? {
    let result = input.withLock { lines in
      defer { isIdle.store(false, ordering: .releasing) }
      return Result { () throws(CommandError) -> [QuestionLines.Line]? in
        let first = try lines.next {
          // The flag is set before the flush, so that a thread that finishes after it writes at
          // once.
          isIdle.store(true, ordering: .releasing)
          output.withLock { $0.flush() }
        }
        return first.map { [$0] + lines.nextRead(atMost: linesAtOnce - 1) }
      }
    }
    guard let lines = try result.get() else {
      isIdle.store(true, ordering: .releasing)
      return nil
    }
    output.wait { $0.failure == nil && $0.next + Self.lead <= lines[0].place }
    return output.withLock { $0.failure == nil } ? lines : nil
  }

  private func fail(_ error: CommandError) {
    output.withLock { $0.fail(error) }
    output.wakeAll()
    // Another thread may be waiting for input that never comes.
    Interrupt.request()
  }
}
