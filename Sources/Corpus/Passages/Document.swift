public import TextAnalysis

/// One article as it was read: its text, what is known about it, and the passages it is cut into.
public struct Document: Sendable {
  /// The name under which answers cite it: a path below the indexed folder, or a collection line's `_id`.
  public var id: String
  /// Line of a collection that holds it, from 1; nil where the document is a whole file.
  public var collectionLine: Int?
  /// The text that byte ranges count in: the file as read, a line's decoded `text`, or the text
  /// extracted from a converted format.
  public var text: String
  public var metadata: Metadata
  public var passages: [Passage]

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

/// What a document says about itself, each with the place where it says so.
public struct Metadata: Sendable, Equatable {
  public enum Key: UInt8, Sendable, CaseIterable {
    case title, author, date, publisher, language, url, basedOn
  }

  /// A cleaned value (`2025-12-31`) and the line of the document's text that states it
  /// (`Posted on 12/31/2025`); nil where no line does (a file name used as the title).
  public struct Entry: Sendable, Equatable {
    public var value: String
    public var range: Range<Int>?

    public init(value: String, range: Range<Int>? = nil) {
      self.value = value
      self.range = range
    }
  }

  public var entries: [Key: Entry]

  public init(entries: [Key: Entry] = [:]) { self.entries = entries }

  public subscript(key: Key) -> Entry? {
    get { entries[key] }
    set { entries[key] = newValue }
  }
}

/// A run of whole sentences of a document, the unit that is ranked and quoted from.
public struct Passage: Sendable, Equatable {
  /// Which part of a document a range counts in.
  public enum Field: UInt8, Sendable { case text, title }

  /// What kind of text a passage is, so that furniture cannot win a question.
  public enum Role: UInt8, Sendable {
    /// The article itself.
    case body
    /// A line that states author, date, publisher or title.
    case metadata
    /// Newsletter invitations, share buttons, image placeholders: indexed, but never an answer.
    case boilerplate
  }

  public var field: Field
  /// UTF-8 bytes of the field.
  public var range: Range<Int>
  /// The headings that the passage stands under, outermost first.
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
