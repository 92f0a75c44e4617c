internal import CZlib

/// What is wrong with bytes that should be an index. Facts only; the words are put together where
/// messages are shown.
public struct FormatError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The file does not begin as one of ours does.
    case foreign
    /// Written by a newer tanya: its format version.
    case newer(UInt32)
    /// Written by an older tanya whose format is no longer read.
    case older(UInt32)
    /// Fewer bytes than the header or the manifest promises.
    case truncated(expected: Int, found: Int)
    /// Bytes that do not match their checksum.
    case checksum(expected: UInt32, found: UInt32)
    /// A value that cannot stand where it stands.
    case malformed
  }

  public var kind: Kind
  /// Path of the file; empty until the reader that knows it adds it.
  public var file: String
  /// The section of the file, as `tanya status` names it.
  public var section: String
  /// Byte offset in the file, or in the section where the file's layout is not known yet.
  public var offset: Int

  public init(_ kind: Kind, file: String = "", section: String = "", offset: Int = 0) {
    self.kind = kind
    self.file = file
    self.section = section
    self.offset = offset
  }

  /// The same error with the file's path put in.
  public func inFile(_ path: String) -> FormatError {
    var error = self
    error.file = path
    return error
  }

  /// The same error with the section's name put in and its offset counted from the file's start.
  public func inSection(_ name: String, startingAt start: Int = 0) -> FormatError {
    var error = self
    error.section = name
    error.offset += start
    return error
  }
}

/// CRC-32 (ISO 3309, zlib's), which finds every single flipped bit and every burst of up to 32.
public func checksum(of bytes: UnsafeRawBufferPointer, continuing start: UInt32 = 0) -> UInt32 {
  var sum = uLong(start)
  var rest = bytes
  while let base = rest.baseAddress, !rest.isEmpty {
    let count = min(rest.count, 1 << 30)
    sum = crc32(sum, base.assumingMemoryBound(to: Bytef.self), uInt(count))
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
  }
  return UInt32(truncatingIfNeeded: sum)
}
