/// A row of the table of formats: how its files are recognized, how they are
/// read, and what citations of them count.
public struct FormatRow: Sendable {
  /// The text that `lines` and `bytes` of a citation count in.
  public enum CitationUnit: Sendable {
    /// Lines and bytes of the file as it is.
    case fileLine
    /// Lines and bytes of the text extracted from the file.
    case textLine
    /// The line of the file that holds the document, and bytes of its decoded text.
    case collectionLine
  }

  enum Reading: Sendable {
    /// The file is read at once and handed to a reader.
    case whole(any FormatReader)
    /// The file is read in runs of complete lines, each of which is a JSON object (RFC 8259).
    case lines
    /// The same, compressed with gzip (RFC 1952).
    case compressedLines
    /// The file is read in runs of complete messages (RFC 4155).
    case messages
  }

  /// The format's name in English, in running text.
  public let name: String
  /// File name endings without their leading full stop, in lower case; an ending may hold a full
  /// stop itself (`jsonl.gz`). The longest ending that matches decides.
  public let endings: [String]
  /// First bytes, one of which each file of the format begins with; empty if its files begin in
  /// any way. They decide only for files whose names do not.
  public let magic: [[UInt8]]
  public let unit: CitationUnit
  /// The program that turns a file of the format into what the reader reads; nil if none is needed.
  public let helper: HelperProgram?
  let reading: Reading

  /// - Parameter endings: separated by spaces.
  init(
    _ name: String, endings: String, magic: [[UInt8]] = [], unit: CitationUnit,
    helper: HelperProgram? = nil, _ reading: Reading
  ) {
    self.name = name
    self.endings = endings.split(separator: " ").map(String.init)
    self.magic = magic
    self.unit = unit
    self.helper = helper
    self.reading = reading
  }
}

/// A program that is not part of tanya and makes text of files in some format.
public struct HelperProgram: Hashable, Sendable {
  /// The name of the executable.
  public var command: String
  /// The Debian package that contains it.
  public var package: String
  /// The arguments with which tanya runs it on a file at its standard input; empty if tanya does not.
  public var arguments: [String] = []
  /// The command line as a person types it, with `FILE` for the file's path and `NAME` for its part
  /// before the last full stop.
  public var usage: String
}
