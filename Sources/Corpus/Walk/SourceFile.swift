/// A file that documents are read from.
public struct SourceFile: Hashable, Sendable {
  /// The path relative to the PATH that was given, with that folder's name in front
  /// (`articles/a.txt`): the id of its document, and what citations show.
  public var id: String
  /// Absolute.
  public var path: String
  public var format: SourceFormat
  /// In bytes, when the folder was walked.
  public var size: Int
  /// When the content last changed, in nanoseconds since 1970.
  public var modified: Int64

  public init(id: String, path: String, format: SourceFormat, size: Int, modified: Int64) {
    self.id = id
    self.path = path
    self.format = format
    self.size = size
    self.modified = modified
  }

  /// The file's name without its folder.
  var name: String { String(id.split(separator: "/").last ?? "") }
}
