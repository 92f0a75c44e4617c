import Bytes

/// What reveals whether a file's content is still the content that was indexed.
///
/// If the first three numbers and the size are those of the file, its content has not changed: the
/// system sets the time of the last change itself, also when another file takes the name. If they are
/// not, the content's hash decides, so that a file that was merely touched or copied counts as
/// unchanged.
public struct SourceStamp: Hashable, Sendable {
  /// Nanoseconds since 1970, as the file states it.
  public var modified: Int
  /// Nanoseconds since 1970, as the system noted it (`ctime`); 0 if it is not known.
  public var changed: Int
  public var inode: UInt64
  /// The hash of the whole file, by `StreamHash`; 0 if it is not known.
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
