/// The fault of bytes that are not what they should be. Holds facts only; the sentence is put
/// together where messages are shown.
public struct FormatError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The file does not begin with our signature.
    case foreign
    /// Written by a newer tanya: its format version.
    case newer(UInt32)
    /// Written by an older tanya whose format is no longer read.
    case older(UInt32)
    /// Fewer bytes than the header or the manifest says.
    case truncated(expected: Int, found: Int)
    /// Bytes that do not match their checksum.
    case checksum(expected: UInt32, found: UInt32)
    /// A value that is invalid at its position.
    case malformed
  }

  public var kind: Kind
  /// The path of the file; empty until the reader that knows it adds it.
  public var file: String
  /// The section of the file, as `tanya status` names it.
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

  /// Returns the same error with the name of its section, and its offset counted from the beginning
  /// of the file.
  public func inSection(_ name: String, startingAt start: Int = 0) -> FormatError {
    var error = self
    error.section = name
    error.offset += start
    return error
  }
}
