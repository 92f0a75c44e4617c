public import JSON

/// A file, or a line of a collection, that was skipped, and the reason.
public struct SkippedSource: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// The file has NUL bytes near its beginning.
    case binary
    /// The bytes at `offset` are not UTF-8.
    case notUTF8(offset: Int)
    /// The system could not read the file; `code` is the value of `errno`.
    case unreadable(code: Int32)
    /// The source contains no words.
    case empty
    /// The file has more bytes than `SourceReader.maximumFileSize`, or than its reader accepts.
    case tooLarge(bytes: Int)
    /// The format is not supported. The associated value is its file name extension, such as `pdf`.
    case unsupportedFormat(String)
    /// The encoding of the text is not supported. The associated value is the name that the file
    /// declares, such as `EUC-KR`.
    case unsupportedEncoding(String)
    /// The HTML is constructed so that parsing it would take too long.
    case nestedTooDeeply
    /// The file would unpack to more than `SourceReader.maximumFileSize` bytes, or to more than
    /// `GzipReader.maximumRatio` times its size.
    case unpacksTooLarge
    /// The file's name is not UTF-8 or contains control characters, so no citation could name it.
    case unusableName
    /// The file is a FIFO, a socket or a device.
    case special
    case symbolicLinkLoop
    /// The file's size or time changed while it was read. Files other than collections are read
    /// once more before this is reported.
    case changedWhileRead
    /// The gzip stream is damaged.
    case damagedCompression
    /// The file is not what its format requires.
    case damaged
    /// The archive or the compressed file ends prematurely.
    case cutOff
    case encrypted
    /// Only the beginning was read, because there are too many rows or too much text.
    case partlyRead
    /// The pages contain only pictures of text.
    case noTextLayer
    /// The program that reads the format is not installed.
    case helperMissing(command: String, package: String)
    /// The program that reads the format failed, or took too much time or memory.
    case helperFailed(command: String)
    /// A line of a collection is not a document. The line is counted from 1; it is 0 if the file is
    /// a single document.
    case malformedLine(Int, LineProblem)
  }

  /// The problem with a line of a collection.
  public enum LineProblem: Hashable, Sendable {
    case json(JSONError)
    case missingID
    /// The line has neither a title nor a text.
    case missingContent
    /// The line has more than `SourceReader.maximumLineLength` bytes.
    case tooLong
    /// Another document has the same id; `first` is the path of that document, followed by a colon
    /// and the line if it is part of a collection.
    case repeatedID(String, first: String)
  }

  /// The absolute path of the file.
  public var path: String
  public var reason: Reason

  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
