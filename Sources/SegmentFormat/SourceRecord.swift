public import Bytes

/// A source file as it was when its documents were indexed.
public struct SourceRecord: Hashable, Sendable {
  /// The name it is cited by.
  public var id: String
  /// Absolute path.
  public var path: String
  public var size: Int
  /// Nanoseconds since 1970.
  public var modified: Int
  /// Raw value of the reader that made its documents (`SourceFormat`).
  public var format: UInt8

  public init(id: String, path: String, size: Int, modified: Int, format: UInt8) {
    self.id = id
    self.path = path
    self.size = size
    self.modified = modified
    self.format = format
  }

  public func encode() -> [UInt8] {
    var writer = ByteWriter()
    writer.appendString(id)
    writer.appendString(path)
    writer.append(Int64(size))
    writer.append(Int64(modified))
    writer.append(format)
    return writer.bytes
  }

  public init(decoding bytes: UnsafeRawBufferPointer) throws(FormatError) {
    var reader = ByteReader(bytes)
    id = try reader.readString()
    path = try reader.readString()
    size = Int(try reader.read(Int64.self))
    modified = Int(try reader.read(Int64.self))
    format = try reader.read(UInt8.self)
  }
}
