import Bytes

/// The properties of a file that reveal whether its content is still the content that was indexed.
///
/// If the first three numbers and the size are those of the file, its content has not changed: the
/// system itself sets the time of the last change, even when another file takes the name.
/// Otherwise, the hashes of the contents are compared, so that a file that was only touched or
/// copied counts as unchanged.
public struct SourceStamp: Hashable, Sendable {
  /// The modification time of the file (`mtime`), in nanoseconds since 1970.
  public var modified: Int
  /// The time at which the system recorded the last change (`ctime`), in nanoseconds since 1970, or
  /// 0 if it is not known.
  public var changed: Int
  public var inode: UInt64
  /// The `StreamHash` of the whole file, or 0 if it is not known.
  public var contentHash: UInt64

  public init(modified: Int, changed: Int = 0, inode: UInt64 = 0, contentHash: UInt64 = 0) {
    self.modified = modified
    self.changed = changed
    self.inode = inode
    self.contentHash = contentHash
  }

  func encode(into writer: inout ByteWriter) {
    writer.append(Int64(modified))
    writer.append(Int64(changed))
    writer.append(inode)
    writer.append(contentHash)
  }

  init(decoding reader: inout ByteReader) throws(FormatError) {
    modified = Int(try reader.read(Int64.self))
    changed = Int(try reader.read(Int64.self))
    inode = try reader.read(UInt64.self)
    contentHash = try reader.read(UInt64.self)
  }
}
