/// The part of a document to which the byte range of a passage refers.
public enum Field: UInt8, Sendable, CaseIterable {
  case text = 0
  case title = 1

  /// The name in machine-readable output.
  public var name: String {
    switch self {
    case .text: "text"
    case .title: "title"
    }
  }
}
