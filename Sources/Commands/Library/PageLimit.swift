import Retrieval

/// Keeps what one thread's questions read of an index from staying in memory for ever.
struct PageLimit {
  let index: IndexReader
  /// Bytes of mapped files, about.
  let bytes: Int
  private var questions = 0

  static let standard = 64 << 20
  /// To ask the system takes a microsecond or two. Of ten million passages, sixteen questions read
  /// some seventy megabytes.
  private static let interval = 4

  init(_ index: IndexReader, bytes: Int = standard) {
    self.index = index
    self.bytes = bytes
  }

  mutating func questionAnswered() {
    questions += 1
    if questions.isMultiple(of: Self.interval) { index.releasePages(beyond: bytes) }
  }
}
