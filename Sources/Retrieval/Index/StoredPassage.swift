public import Model
import TextAnalysis

/// A passage as the index stores it, with everything that a citation needs.
///
/// Rankings, evidence and citations share a passage instead of copying its many strings.
public final class StoredPassage: Sendable, Equatable {
  /// The text of the passage, byte for byte as in its source.
  public let text: String
  /// The field of the document to which the passage belongs: `text`, or `title` if the document has
  /// only a title.
  public let field: Field
  /// The offset of `text` in its field, in UTF-8 bytes.
  public let byteOffset: Int
  /// The number, from 1, of the line of the field on which `text` begins.
  public let firstLine: Int
  public let headings: [String]
  public let role: Role
  public let language: Language
  public let document: StoredDocument
  /// The place of the passage in the index from which it was read, or nil if it was not read from
  /// an index.
  public let id: PassageID?

  public init(
    text: String, field: Field = .text, byteOffset: Int = 0, firstLine: Int = 1,
    headings: [String] = [], role: Role = .body, language: Language, document: StoredDocument,
    id: PassageID? = nil
  ) {
    self.text = text
    self.field = field
    self.byteOffset = byteOffset
    self.firstLine = firstLine
    self.headings = headings
    self.role = role
    self.language = language
    self.document = document
    self.id = id
  }
}

extension StoredPassage {
  /// Returns whether two passages have the same contents. Their places in an index are ignored.
  public static func == (a: StoredPassage, b: StoredPassage) -> Bool {
    a === b
      || a.text == b.text && a.field == b.field && a.byteOffset == b.byteOffset
        && a.firstLine == b.firstLine && a.headings == b.headings && a.role == b.role
        && a.language == b.language && a.document == b.document
  }
}

/// The place of a passage in one state of an index.
public struct PassageID: Hashable, Sendable {
  var segment: Int
  /// The number of the passage in its segment.
  var passage: Int
}

/// A document as the index stores it.
public struct StoredDocument: Sendable, Equatable {
  /// The source file as it was when it was indexed.
  public struct Origin: Sendable, Equatable {
    /// The absolute path.
    public var path: String
    /// The size in bytes.
    public var size: Int
    /// The time of the last modification, in nanoseconds since 1970.
    public var modified: Int
    /// The line in a collection, from 1, or 0 if the document is the whole file.
    public var line: Int
    /// The code of the format in which the file was read.
    public var format: UInt8

    public init(path: String, size: Int, modified: Int, line: Int, format: UInt8) {
      self.path = path
      self.format = format
      self.size = size
      self.modified = modified
      self.line = line
    }
  }

  /// The id, which begins with the name of the library and a slash if several libraries are asked.
  public var id: String
  /// The name of the library that the document belongs to, if it was asked by its name.
  public var library: String?
  /// The path of the source file relative to the indexed folder, and the line for a collection
  /// (`corpus.jsonl:17`).
  public var source: String
  public var title: Statement?
  public var author: Statement?
  /// The date in ISO 8601 if it could be parsed, otherwise as it appears in the source.
  public var date: Statement?
  public var publisher: Statement?
  public var url: String?
  /// The title, author, publisher and date of the original, if the document retells an article.
  public var basedOn: String?
  /// Keywords under which the document is filed, without `#`.
  public var tags: [String] = []
  /// The source file, or nil if there is none, as in the built-in library.
  public var origin: Origin?
  /// The encoded `places`, which are decoded only for passages that are cited.
  var encodedPlaces: String?

  /// The places of the document's lines (pages, slides, rows), or nil if its lines are those of the
  /// file.
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

/// A passage that a search found, with its score.
public struct RankedPassage: Sendable, Equatable {
  public var passage: StoredPassage
  /// The score of the passage: the sum of the weights of the terms that it shares with the
  /// question, changed by a second stage of ranking, if any. It has no fixed scale.
  public var score: Double

  public init(passage: StoredPassage, score: Double) {
    self.passage = passage
    self.score = score
  }
}
