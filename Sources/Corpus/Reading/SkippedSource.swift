public import JSON

/// A file, or a line of a collection, that was skipped, and the reason.
public struct SkippedSource: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// There are NUL bytes near its beginning.
    case binary
    /// The bytes at `offset` are not UTF-8.
    case notUTF8(offset: Int)
    /// The system refused to read it; `code` is the value of `errno`.
    case unreadable(code: Int32)
    /// It contains no words.
    case empty
    /// It has more bytes than `SourceReader.maximumFileSize`, or than its reader accepts.
    case tooLarge(bytes: Int)
    /// Its format is not read; the format's file name ending (`pdf`).
    case unsupportedFormat(String)
    /// HTML elements are nested more deeply than `HTMLNesting.maximumDepth`.
    case nestedTooDeeply
    /// It would unpack to more than `SourceReader.maximumFileSize` bytes, or than
    /// `GzipReader.maximumRatio` times its size.
    case unpacksTooLarge
    /// A FIFO, a socket or a device.
    case special
    case symbolicLinkLoop
    /// Its size or time changed while it was read, twice.
    case changedWhileRead
    /// The gzip stream is truncated or damaged.
    case damagedCompression
    /// A line of a collection, from 1, is not a document.
    case malformedLine(Int, LineProblem)
  }

  /// The problem with a line of a collection.
  public enum LineProblem: Hashable, Sendable {
    case json(JSONError)
    case missingID
    /// It has neither a title nor a text.
    case missingContent
    /// It has more than `SourceReader.maximumLineLength` bytes.
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
