import Platform

/// What a file looked like when it was compiled; where that differs now, it is compiled again.
public struct FileStamp: Hashable, Sendable {
  /// Empty for the glossary that is part of the program.
  public var path: String
  /// In bytes.
  public var size: Int
  /// When the content last changed, in nanoseconds since 1970; for the program's own glossary a
  /// hash of its content.
  public var modified: Int64

  public init(path: String, size: Int, modified: Int64) {
    self.path = path
    self.size = size
    self.modified = modified
  }

  /// Nil where there is no regular file.
  init?(path: String) {
    guard let info = try? FileInfo(path: path), info.kind == .regular else { return nil }
    self.init(path: path, size: info.size, modified: info.modified)
  }

  init(_ text: EmbeddedText) {
    self.init(
      path: "", size: text.bytes.count,
      modified: Int64(bitPattern: ContentHash.value(of: text.bytes)))
  }
}
