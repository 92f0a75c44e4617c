import Retrieval

/// Limits the memory that one thread's questions take for pages of an index.
package struct PageLimit {
  private let library: Library
  /// Bytes of mapped files, approximately.
  private let bytes: Int
  private var questions = 0

  package static let standard = 64 << 20
  /// The number of questions between two releases. A release takes a microsecond or two; sixteen
  /// questions read some seventy megabytes of ten million passages.
  private static let interval = 4

  package init(_ library: Library, bytes: Int = standard) {
    self.library = library
    self.bytes = bytes
  }

  package mutating func questionAnswered() {
    questions += 1
    if questions.isMultiple(of: Self.interval) { library.index.releasePages(beyond: bytes) }
  }
}
