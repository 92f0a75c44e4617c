import Retrieval

/// A limit of the memory that the questions of one thread use for pages of an index.
package struct PageLimit {
  private let library: Library
  /// The approximate limit of mapped pages, in bytes.
  private let bytes: Int
  private var questions = 0
  /// The part of the index whose pages are released next.
  private var part = 0

  package static let standard = 70 << 20
  /// The number of questions between two checks, each of which takes one or two microseconds. In an
  /// index of ten million passages, a question may map several megabytes.
  private static let interval = 4

  package init(_ library: Library, bytes: Int = standard) {
    self.library = library
    self.bytes = bytes
  }

  package mutating func questionAnswered() {
    questions += 1
    guard questions.isMultiple(of: Self.interval) else { return }
    library.index.releasePages(beyond: bytes, from: &part)
  }
}
