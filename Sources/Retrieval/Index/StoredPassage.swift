public import Model
import TextAnalysis

/// A passage as the index stores it, with everything that a citation needs.
public struct StoredPassage: Sendable, Equatable {
  /// The passage's text, byte for byte as in its source.
  public var text: String
  /// `text`, or `title` if the document has nothing but a title.
  public var field: Field
  /// The UTF-8 byte of the field at which `text` begins.
  public var byteOffset: Int
  /// The line of the field on which `text` begins, from 1.
  public var firstLine: Int
  public var headings: [String]
  public var role: Role
  public var language: Language
  public var document: StoredDocument
  /// Where the index that gave the passage keeps it; nil for one made by hand.
  public var id: PassageID?

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

extension StoredPassage {
  /// Compares contents: where an index keeps a passage does not matter.
  public static func == (a: StoredPassage, b: StoredPassage) -> Bool {
    a.text == b.text && a.field == b.field && a.byteOffset == b.byteOffset
      && a.firstLine == b.firstLine && a.headings == b.headings && a.role == b.role
      && a.language == b.language && a.document == b.document
  }
}

/// A passage's place in one state of an index.
public struct PassageID: Hashable, Sendable {
  var segment: Int
  /// Number of the passage in its segment.
  var passage: Int
}

/// A document as the index stores it.
public struct StoredDocument: Sendable, Equatable {
  /// The file at the time it was indexed.
  public struct Origin: Sendable, Equatable {
    /// Absolute.
    public var path: String
    public var size: Int
    /// Nanoseconds since 1970.
    public var modified: Int
    /// The line of a collection, from 1; 0 if the document is the whole file.
    public var line: Int
    /// The number of the format in which the file was read.
    public var format: UInt8

    public init(path: String, size: Int, modified: Int, line: Int, format: UInt8) {
      self.path = path
      self.format = format
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
  /// In ISO 8601 if the source's form could be read, else as the source has it.
  public var date: Statement?
  public var publisher: Statement?
  public var url: String?
  /// For retold articles: title, author, publisher and date of the original.
  public var basedOn: String?
  /// Keywords under which the document is filed, without `#`.
  public var tags: [String] = []
  /// Nil if there is no file: the built-in library.
  public var origin: Origin?
  /// The places of the document's lines; nil if its lines are those of the file. They are decoded only
  /// for passages that are cited.
  var encodedPlaces: String?

  /// The places of the document's lines (pages, slides, rows); nil if its lines are those of the file.
  public var places: PlaceMap? {
    get { encodedPlaces.flatMap { PlaceMap(encoded: $0) } }
    set { encodedPlaces = newValue?.encoded }
  }

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

extension StoredDocument {
  /// Returns the tags of a list that is separated by commas.
  static func tags(in list: String) -> [String] {
    list.split(separator: ",").compactMap { tag in
      let words = tag.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let name = words.drop { $0 == "#" }
      return name.isEmpty ? nil : String(name)
    }
  }
}

/// A passage that a search found, best first.
public struct RankedPassage: Sendable, Equatable {
  public var passage: StoredPassage
  /// The sum of the weights of the terms that the passage shares with the question; it has no fixed
  /// scale.
  public var score: Double

  public init(passage: StoredPassage, score: Double) {
    self.passage = passage
    self.score = score
  }
}
