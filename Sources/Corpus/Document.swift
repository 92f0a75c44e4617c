public import Model
import TextAnalysis

/// An article as it was read: its text, its metadata, and its passages.
public struct Document: Sendable {
  /// The name by which answers cite the document: a path below the indexed folder, or the `_id` of
  /// a line of a collection.
  public var id: String
  /// The line of the collection that contains the document, from 1, or nil if it is a whole file.
  public var collectionLine: Int?
  /// The text to which byte ranges refer: the file as read, the decoded `text` of a line, or the
  /// text extracted from another format.
  public var text: String
  public var metadata: Metadata
  public var passages: [Passage]
  /// The places of the text's lines, in a format that has pages, slides, rows and the like.
  public var places = PlaceMap()

  public init(
    id: String, collectionLine: Int? = nil, text: String, metadata: Metadata, passages: [Passage]
  ) {
    self.id = id
    self.collectionLine = collectionLine
    self.text = text
    self.metadata = metadata
    self.passages = passages
  }
}

/// Facts that a document states about itself, each with the place that states it.
public struct Metadata: Sendable, Equatable {
  /// A normalized value (`2025-12-31`), and the range of the line of the document's text that
  /// states it (`Posted on 12/31/2025`). The range is nil if no line does, as for a title that is
  /// the file name.
  public struct Entry: Sendable, Equatable {
    public var value: String
    public var range: Range<Int>?

    public init(value: String, range: Range<Int>? = nil) {
      self.value = value
      self.range = range
    }
  }

  public var entries: [MetadataKey: Entry]

  public init(entries: [MetadataKey: Entry] = [:]) { self.entries = entries }

  public subscript(key: MetadataKey) -> Entry? {
    get { entries[key] }
    set { entries[key] = newValue }
  }
}

/// A run of whole sentences of a document. Passages are the units that are ranked and quoted.
public struct Passage: Sendable, Equatable {
  public var field: Field
  /// The range in `field`, in UTF-8 bytes.
  public var range: Range<Int>
  /// The headings above the passage, outermost first.
  public var headings: [String]
  public var role: Role
  public var language: Language

  public init(
    field: Field, range: Range<Int>, headings: [String] = [], role: Role = .body,
    language: Language
  ) {
    self.field = field
    self.range = range
    self.headings = headings
    self.role = role
    self.language = language
  }
}
