/// A fact that a document states about itself.
///
/// - Important: An index stores the raw values.
public enum MetadataKey: UInt8, Sendable, CaseIterable {
  case title = 0
  case author = 1
  case date = 2
  case publisher = 3
  case language = 4
  case url = 5
  /// The title, author, publisher and date of the original of a retold article.
  case basedOn = 6
  /// Keywords under which the document is filed, separated by commas.
  case tags = 7
}

/// The value of a ``MetadataKey`` with the line that states it.
public struct Statement: Hashable, Sendable {
  /// The cleaned value: `2025-12-31` for `Posted on 12/31/2025`.
  public var value: String
  /// The line as it appears in the source, or nil if no line states the value, as when a file name
  /// serves as the title.
  public var line: Line?

  public struct Line: Hashable, Sendable {
    public var text: String
    /// The offset of its first byte in the document's text.
    public var byteOffset: Int
    /// The number of the line, from 1.
    public var number: Int

    public init(text: String, byteOffset: Int, number: Int) {
      self.text = text
      self.byteOffset = byteOffset
      self.number = number
    }
  }

  public init(value: String, line: Line? = nil) {
    self.value = value
    self.line = line
  }
}
