import Platform

extension SkippedSource {
  /// What ends the reading of one source, on its way to the report.
  struct ReadingError: Error {
    var reason: Reason

    init(_ reason: Reason) { self.reason = reason }

    /// Does something with a file, and reports what the system refuses.
    static func wrap<Value>(
      _ body: () throws(FileError) -> Value
    ) throws(ReadingError) -> Value {
      do throws(FileError) {
        return try body()
      } catch {
        throw ReadingError(.unreadable(code: error.code))
      }
    }
  }
}
