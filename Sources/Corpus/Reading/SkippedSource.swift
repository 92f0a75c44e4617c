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
    /// HTML that is made so that parsing it takes too long.
    case nestedTooDeeply
    /// It would unpack to more than `SourceReader.maximumFileSize` bytes, or than
    /// `GzipReader.maximumRatio` times its size.
    case unpacksTooLarge
    /// The file's name is not UTF-8 or holds control characters, so that no citation could give it.
    case unusableName
    /// A FIFO, a socket or a device.
    case special
    case symbolicLinkLoop
    /// Its size or time changed while it was read, twice.
    case changedWhileRead
    /// The gzip stream is truncated or damaged.
    case damagedCompression
    /// The file is not what its format requires, or breaks off.
    case damaged
    case encrypted
    /// The pages hold pictures of text only.
    case noTextLayer
    /// The program that reads the format is not installed.
    case helperMissing(command: String, package: String)
    /// The program that reads the format failed, or took too much time or memory.
    case helperFailed(command: String)
    /// A line of a collection, from 1, is not a document; 0 if the file is one document.
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
    /// Another document has its id; `first` is that document's path, with a colon and the line if it
    /// is one of a collection.
    case repeatedID(String, first: String)
  }

  /// Absolute.
  public var path: String
  public var reason: Reason

  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
