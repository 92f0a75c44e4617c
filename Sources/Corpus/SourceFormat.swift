/// How a file is read.
public enum SourceFormat: Hashable, Sendable {
  case text, markdown, html
  /// JSON Lines: each line is a document.
  case collection
  /// JSON Lines under gzip (RFC 1952).
  case compressedCollection

  /// The format that a file's name tells; nil where it tells none.
  init?(fileName: String) {
    let name = fileName.lowercased()
    if name.hasSuffix(".jsonl.gz") || name.hasSuffix(".ndjson.gz") {
      self = .compressedCollection
      return
    }
    switch Self.fileExtension(of: name) {
    case "txt", "text": self = .text
    case "md", "markdown", "mdown", "mkd": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "jsonl", "ndjson": self = .collection
    default: return nil
    }
  }

  /// The part of a name after its last full stop, in lower case; empty where there is none.
  static func fileExtension(of fileName: String) -> String {
    guard let dot = fileName.lastIndex(of: "."), dot > fileName.startIndex else { return "" }
    return fileName[fileName.index(after: dot)...].lowercased()
  }

  /// Whether each line is a document.
  public var isCollection: Bool { self == .collection || self == .compressedCollection }
}
