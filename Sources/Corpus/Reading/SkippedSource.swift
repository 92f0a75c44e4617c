public import JSON

/// A file, or a line of a collection, that was left out, and why.
public struct SkippedSource: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// It holds NUL bytes near its beginning.
    case binary
    /// The byte at `offset` begins no UTF-8 sequence.
    case notUTF8(offset: Int)
    /// The system refused; the value of `errno`.
    case unreadable(code: Int32)
    /// There is no word in it.
    case empty
    /// More than `SourceReader.maximumFileSize`.
    case tooLarge(bytes: Int)
    /// A format that is not read, by its file name extension (`pdf`).
    case unsupportedFormat(String)
    /// HTML elements lie deeper in one another than `HTMLNesting.maximumDepth`.
    case nestedTooDeeply
    /// A packed file would unpack to more than `SourceReader.maximumFileSize` bytes, or
    /// `GzipReader.maximumRatio` times its size.
    case unpacksTooLarge
    /// A FIFO, a socket or a device.
    case special
    case symbolicLinkLoop
    /// Size or time differed after reading, twice.
    case changedWhileRead
    /// The gzip stream breaks off or is damaged.
    case damagedCompression
    /// Lines count from 1.
    case malformedLine(Int, LineProblem)
  }

  /// What is wrong with a line of a collection.
  public enum LineProblem: Hashable, Sendable {
    case json(JSONError)
    case missingID
    /// Neither a title nor a text.
    case missingContent
    /// More than `SourceReader.maximumLineLength` bytes.
    case tooLong
  }

  /// Absolute.
  public var path: String
  public var reason: Reason

  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
