import Bytes
import SegmentFormat

/// The order of the documents of several segments, as runs of documents that are adjacent in an
/// input.
///
/// A segment whose documents all precede those of the next one is a single run. The memory for the
/// order therefore grows with the number of alternations between inputs, not with the number of
/// documents.
struct MergeOrder {
  /// Documents that are adjacent both in an input and in the merged segment.
  struct Run {
    var input: Int
    /// The documents of the run, by their numbers in the input.
    var documents: Range<Int>
    /// The passages of the run, by their numbers in the input.
    var passages: Range<Int>
    /// The number of the first document in the merged segment.
    var firstDocument: Int
    /// The number of the first passage in the merged segment.
    var firstPassage: Int
  }

  /// The runs, in the order of the merged segment.
  private(set) var runs: [Run] = []
  private(set) var documentCount = 0
  private(set) var passageCount = 0

  init(_ pages: InputPages) throws(FormatError) {
    var cursors: [DocumentCursor] = []
    for input in pages.inputs { cursors.append(try DocumentCursor(input)) }
    while let first = MergeOrder.least(of: cursors, except: nil) {
      let limit = MergeOrder.least(of: cursors, except: first).map { cursors[$0].key }
      repeat {
        append(cursors[first].document, cursors[first].passages, of: first)
        try cursors[first].advance()
      } while !cursors[first].isAtEnd && limit.map { cursors[first].key < $0 } ?? true
      pages.trim()
    }
  }

  private mutating func append(_ document: Int, _ passages: Range<Int>, of input: Int) {
    if let last = runs.last, last.input == input, last.documents.upperBound == document,
      last.passages.upperBound == passages.lowerBound
    {
      runs[runs.count - 1].documents = last.documents.lowerBound..<document + 1
      runs[runs.count - 1].passages = last.passages.lowerBound..<passages.upperBound
    } else {
      runs.append(
        Run(
          input: input, documents: document..<document + 1, passages: passages,
          firstDocument: documentCount, firstPassage: passageCount))
    }
    documentCount += 1
    passageCount += passages.count
  }

  /// Returns the index of the cursor at the first document, or nil if all are at the end. If two
  /// documents have the same key, the earlier input is first.
  private static func least(of cursors: [DocumentCursor], except other: Int?) -> Int? {
    var first: Int?
    for index in cursors.indices where index != other && !cursors[index].isAtEnd {
      if let best = first, cursors[best].key <= cursors[index].key { continue }
      first = index
    }
    return first
  }
}

/// Iterates over the documents of one input that still have passages.
private struct DocumentCursor {
  private let input: MergeInput
  private(set) var document = -1
  private(set) var passages = 0..<0
  private(set) var key = (rank: 0, line: 0)
  private(set) var isAtEnd = false

  init(_ input: MergeInput) throws(FormatError) {
    self.input = input
    try advance()
  }

  mutating func advance() throws(FormatError) {
    let count = input.passageCount
    var start = passages.upperBound
    while start < count, input.isDeleted(start) { start += 1 }
    guard start < count else {
      isAtEnd = true
      return
    }
    document = input.file.document(ofPassage: start)
    guard document < input.file.properties.documentCount else {
      throw FormatError(
        .malformed, file: input.file.path, section: SegmentLayout.Section.passageDocument.name)
    }
    var end = start + 1
    while end < count, input.file.document(ofPassage: end) == document, !input.isDeleted(end) {
      end += 1
    }
    passages = start..<end
    key = try input.key(ofDocument: document)
  }
}
