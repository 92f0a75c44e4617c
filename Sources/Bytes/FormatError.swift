/// The error of bytes that do not have the expected format. It only contains facts; the text of a
/// message is composed when it is shown.
public struct FormatError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The file does not begin with the signature of its kind.
    case foreign
    /// A newer version of tanya has written the file, in the given version of the format.
    case newer(UInt32)
    /// An older version of tanya has written the file, in the given version of the format, which is
    /// no longer supported.
    case older(UInt32)
    /// There are fewer bytes than expected.
    case truncated(expected: Int, found: Int)
    /// The bytes do not match their checksum.
    case checksum(expected: UInt32, found: UInt32)
    /// A value that is invalid at its position.
    case malformed
  }

  public var kind: Kind
  /// The path of the file. It is empty until a caller that knows the path adds it.
  public var file: String
  /// The name of the section of the file, as in `tanya status`.
  public var section: String
  /// The byte offset in the file, or in the section if the layout of the file is not known yet.
  public var offset: Int

  public init(_ kind: Kind, file: String = "", section: String = "", offset: Int = 0) {
    self.kind = kind
    self.file = file
    self.section = section
    self.offset = offset
  }

  /// Returns the same error with the path of its file.
  public func inFile(_ path: String) -> FormatError {
    var error = self
    error.file = path
    return error
  }

  /// Returns the same error with the name of its section, and with an offset from the beginning of
  /// the file.
  ///
  /// - Parameters:
  ///   - name: The name of the section.
  ///   - start: The offset of the section in the file.
  public func inSection(_ name: String, startingAt start: Int = 0) -> FormatError {
    var error = self
    error.section = name
    error.offset += start
    return error
  }
}
