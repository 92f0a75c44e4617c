/// A row of the table of formats, which determines how the files of a format are recognized, read
/// and cited.
public struct FormatRow: Sendable {
  /// The text to which `lines` and `bytes` of a citation refer.
  public enum CitationUnit: Sendable {
    /// Lines and bytes of the file itself.
    case fileLine
    /// Lines and bytes of the text extracted from the file.
    case textLine
    /// The line of the file that contains the document, and bytes of its decoded text.
    case collectionLine
  }

  enum Reading: Sendable {
    /// The file is read at once and passed to a reader.
    case whole(any FormatReader)
    /// The file is read in runs of complete lines, each of which is a JSON object (RFC 8259).
    case lines
    /// The file is compressed with gzip (RFC 1952) and otherwise read like `lines`.
    case compressedLines
    /// The file is read in runs of complete messages (RFC 4155).
    case messages
  }

  /// The name of the format in English, for use within a sentence.
  public let name: String
  /// The file name extensions, separated by spaces.
  private let joinedEndings: String
  /// The alternative first bytes of files of the format, or an empty array if any bytes are
  /// allowed. They are used only for files whose names do not determine a format.
  public let magic: [[UInt8]]
  public let unit: CitationUnit
  /// The program that converts a file of the format for the reader, or nil if none is needed.
  public let helper: HelperProgram?
  let reading: Reading

  /// - Parameter endings: The file name extensions, separated by spaces.
  init(
    _ name: String, endings: String, magic: [[UInt8]] = [], unit: CitationUnit,
    helper: HelperProgram? = nil, _ reading: Reading
  ) {
    self.name = name
    joinedEndings = endings
    self.magic = magic
    self.unit = unit
    self.helper = helper
    self.reading = reading
  }

  /// The file name extensions in lowercase, without the leading full stop. An extension may contain
  /// a full stop (`jsonl.gz`). The longest extension that matches determines the format.
  public var endings: [String] { joinedEndings.split(separator: " ").map(String.init) }
}

/// A program that is not part of tanya and converts files of a format to text.
public struct HelperProgram: Hashable, Sendable {
  /// The name of the executable.
  public var command: String
  /// The Debian package that contains it.
  public var package: String
  /// The arguments with which tanya runs the program on a file at its standard input, or an empty
  /// array if tanya does not run it.
  public var arguments: [String] = []
  /// The command line that a person can type, with `FILE` for the path of the file and `NAME` for
  /// the part of the path before the last full stop.
  public var usage: String
}
