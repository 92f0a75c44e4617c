/// A piece of work that any thread can turn into documents: a whole file, or a run of complete
/// lines of a collection.
public struct ReadingUnit: Sendable {
  enum Content {
    case file(any FormatReader)
    case lines([UInt8], firstNumber: Int)
    /// Nothing to read, but something to report.
    case skipped(SkippedSource.Reason)
  }

  public let source: SourceFile
  /// The index of `source` in the list that is read.
  public let sourceNumber: Int
  /// The position of the unit in the order of the sources, from 0.
  public let ordinal: Int
  let content: Content

  /// The size of the unit in bytes of its source; for a compressed collection, of its text.
  public var byteCount: Int {
    switch content {
    case .file: source.size
    case .lines(let bytes, _): bytes.count
    case .skipped: 0
    }
  }
}

/// What a unit held.
public struct ReadResult: Sendable {
  public var documents: [Document]
  public var skipped: [SkippedSource]

  public init(documents: [Document] = [], skipped: [SkippedSource] = []) {
    self.documents = documents
    self.skipped = skipped
  }
}
