public import Model
import TextAnalysis

/// A passage as the index keeps it, with everything a citation needs.
public struct StoredPassage: Sendable, Equatable {
  /// The passage's text, byte for byte as in its source.
  public var text: String
  /// `text`, or `title` where the document has nothing but a title.
  public var field: Field
  /// Where `text` begins, in UTF-8 bytes of the field.
  public var byteOffset: Int
  /// The line of the field on which `text` begins, from 1.
  public var firstLine: Int
  public var headings: [String]
  public var role: Role
  public var language: Language
  public var document: StoredDocument

  public init(
    text: String, field: Field = .text, byteOffset: Int = 0, firstLine: Int = 1,
    headings: [String] = [], role: Role = .body, language: Language, document: StoredDocument
  ) {
    self.text = text
    self.field = field
    self.byteOffset = byteOffset
    self.firstLine = firstLine
    self.headings = headings
    self.role = role
    self.language = language
    self.document = document
  }
}

/// A document as the index keeps it.
public struct StoredDocument: Sendable, Equatable {
  /// The file as it was when it was indexed.
  public struct Origin: Sendable, Equatable {
    /// Absolute.
    public var path: String
    public var size: Int
    /// Nanoseconds since 1970.
    public var modified: Int
    /// The line of a collection, from 1; 0 where the document is the whole file.
    public var line: Int

    public init(path: String, size: Int, modified: Int, line: Int) {
      self.path = path
      self.size = size
      self.modified = modified
      self.line = line
    }
  }

  public var id: String
  /// The path of the source file relative to the indexed folder, and the line for a collection
  /// (`corpus.jsonl:17`).
  public var source: String
  public var title: Statement?
  public var author: Statement?
  /// ISO 8601 where the source's form could be read, else as it stands.
  public var date: Statement?
  public var publisher: Statement?
  public var url: String?
  /// For retold articles: title, author, publisher and date of the original.
  public var basedOn: String?
  /// Nil where there is no file: the built-in library.
  public var origin: Origin?

  public init(
    id: String, source: String, title: Statement? = nil, author: Statement? = nil,
    date: Statement? = nil, publisher: Statement? = nil, url: String? = nil,
    basedOn: String? = nil, origin: Origin? = nil
  ) {
    self.id = id
    self.source = source
    self.title = title
    self.author = author
    self.date = date
    self.publisher = publisher
    self.url = url
    self.basedOn = basedOn
    self.origin = origin
  }
}

/// A passage that a search found, best first.
public struct RankedPassage: Sendable, Equatable {
  public var passage: StoredPassage
  /// The sum of the weights of the terms that it shares with the question; no fixed scale.
  public var score: Double

  public init(passage: StoredPassage, score: Double) {
    self.passage = passage
    self.score = score
  }
}
