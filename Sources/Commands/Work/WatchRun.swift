import Indexing
import Library
import Platform

/// `tanya index --watch`: keeps an index up to date with its sources until it is told to end.
struct WatchRun {
  var request: IndexRequest
  /// A Boolean value that indicates whether each summary is written to standard output as a line of
  /// JSON.
  var json: Bool
  var isQuiet: Bool

  /// - Returns: The exit status. It reports success, because Ctrl-C and SIGTERM are the normal end
  ///   of a watch.
  func run() throws(CommandError) -> Int32 {
    Interrupt.note()
    Interrupt.noteTermination()
    var failure: CommandError?
    let watch = try watch { event in
      do throws(CommandError) {
        try report(event)
      } catch {
        // The output has no reader any more.
        failure = error
        Interrupt.request()
      }
    }
    do throws(IndexingError) {
      try watch.run()
    } catch {
      if error != .interrupted { throw .indexing(error) }
    }
    if let failure { throw failure }
    return ExitStatus.cited
  }

  private func watch(
    _ report: @escaping (IndexWatch.Event) -> Void
  ) throws(CommandError) -> IndexWatch {
    do throws(FileError) {
      return try IndexWatch(request, report: report)
    } catch {
      throw .file(error)
    }
  }

  private func report(_ event: IndexWatch.Event) throws(CommandError) {
    switch event {
    case .watching(let folders): note(WatchMessage.watching(folders: folders))
    case .polling(let path, let reason): note(WatchMessage.polling(path, reason))
    case .failed(let error): note(WatchMessage.failed(ErrorMessage.phrase(error)))
    case .published(let summary):
      OwnIndexes(environment: .process).add(request.folder)
      guard json else { return note(IndexMessage.summary(summary, folder: request.folder)) }
      var output = Output()
      output.append(StatusJSON.bytes(summary, folder: request.folder))
      try output.flush()
    }
  }

  private func note(_ message: Phrase) {
    if !isQuiet { Output.note(message) }
  }
}
