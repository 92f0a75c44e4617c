/// The part of a document in which a passage's byte range counts.
///
/// - Important: An index stores the raw values.
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
