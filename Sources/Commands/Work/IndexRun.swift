import Glibc
import Indexing
import Library
import Platform
import Synchronization

/// An indexing run with its progress bar.
enum IndexRun {
  static func run(_ request: IndexRequest, quiet: Bool) throws(CommandError) -> IndexSummary {
    let bar = Shared(
      ProgressBar(
        isShown: !quiet && Terminal.isTerminal(STDERR_FILENO),
        width: Terminal.textWidth(STDERR_FILENO, environment: .process)))
    defer { bar.value.withLock { $0.finish() } }
    do throws(IndexingError) {
      let summary = try Library.update(
        request, isCancelled: { Interrupt.isRequested },
        progress: { progress in bar.value.withLock { $0.update(progress) } })
      OwnIndexes(environment: .process).add(request.folder)
      return summary
    } catch .interrupted {
      throw .interrupted
    } catch {
      throw .indexing(error)
    }
  }
}

/// A value that threads share, protected by a lock.
private final class Shared<Value>: Sendable {
  let value: Mutex<Value>
  init(_ value: sending Value) { self.value = Mutex(value) }
}
