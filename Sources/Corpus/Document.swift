public import Model
import TextAnalysis

/// One article as it was read: its text, its metadata, and the passages it is divided into.
public struct Document: Sendable {
  /// The name under which answers cite it: a path below the indexed folder, or the `_id` of a line
  /// of a collection.
  public var id: String
  /// The line of the collection that contains it, from 1; nil if the document is a whole file.
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
  /// A normalized value (`2025-12-31`) and the line of the document's text that states it (`Posted on
  /// 12/31/2025`); nil if no line does, as for a title taken from the file name.
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

/// A run of whole sentences of a document: the unit that is ranked and quoted from.
public struct Passage: Sendable, Equatable {
  public var field: Field
  /// In UTF-8 bytes of `field`.
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
