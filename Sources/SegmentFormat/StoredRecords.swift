/// What stands in a segment for each passage beside its postings.
public struct PassageRow: Hashable, Sendable {
  /// Number of the document within the segment.
  public var document: Int
  /// First byte of the text in its field of the source.
  public var byteOffset: Int
  /// Line of the field on which the text begins, from 1.
  public var firstLine: Int
  /// Bit 0: the title field; bits 1…2: the role.
  public var flags: UInt8
  /// Terms in title, headings and text.
  public var length: Int

  public init(document: Int, byteOffset: Int, firstLine: Int, flags: UInt8, length: Int) {
    self.document = document
    self.byteOffset = byteOffset
    self.firstLine = firstLine
    self.flags = flags
    self.length = length
  }
}

/// Headings and text of a passage as the text section keeps them.
public struct PassageRecord: Hashable, Sendable {
  public enum Text: Hashable, Sendable {
    case own(String)
    /// So many bytes of the document's title, from the passage's offset on: the document's record
    /// has them already.
    case ofTitle(Int)
  }

  public var headings: [String]
  public var text: Text

  /// `varint 2 · headings │ strings │ the text's bytes to the end`
  public static func encode(
    headings: [String], text: UnsafeRawBufferPointer, into out: inout [UInt8]
  ) {
    var writer = ByteWriter()
    writer.appendVarint(headings.count << 1)
    for heading in headings { writer.appendString(heading) }
    out.append(contentsOf: writer.bytes)
    out.append(contentsOf: text)
  }

  /// A passage of the title, which has no headings: `varint 1 │ varint bytes`
  public static func encode(titleLength: Int, into out: inout [UInt8]) {
    var writer = ByteWriter()
    writer.appendVarint(1)
    writer.appendVarint(titleLength)
    out.append(contentsOf: writer.bytes)
  }

  public init(decoding bytes: UnsafeRawBufferPointer) throws(FormatError) {
    var reader = ByteReader(bytes)
    let kind = try reader.readCount(atMost: 2 * 64)
    headings = []
    guard kind != 1 else {
      text = .ofTitle(try reader.readCount())
      return
    }
    for _ in 0..<kind >> 1 { headings.append(try reader.readString()) }
    text = .own(String(decoding: try reader.readBytes(reader.remaining), as: UTF8.self))
  }

  /// The text of the passage that a row is of.
  ///
  /// - Parameter title: the document's.
  public func text(of row: PassageRow, title: String) throws(FormatError) -> String {
    switch text {
    case .own(let text): return text
    case .ofTitle(let count):
      let bytes = title.utf8.dropFirst(row.byteOffset).prefix(count)
      guard bytes.count == count else { throw FormatError(.malformed) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

/// The metadata of a document as the documents section keeps it: for each key a value and the
/// line of the source that states it.
public struct DocumentRecord: Hashable, Sendable {
  public struct Statement: Hashable, Sendable {
    public var value: String
    /// The stating line's text, its first byte and its number; nil where no line states it.
    public var line: (text: String, byteOffset: Int, number: Int)?

    public init(value: String, line: (text: String, byteOffset: Int, number: Int)? = nil) {
      self.value = value
      self.line = line
    }

    public static func == (a: Statement, b: Statement) -> Bool {
      a.value == b.value && a.line?.text == b.line?.text
        && a.line?.byteOffset == b.line?.byteOffset && a.line?.number == b.line?.number
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
  }

  /// By the raw value of `Metadata.Key`.
  public var statements: [UInt8: Statement]

  public init(statements: [UInt8: Statement]) { self.statements = statements }

  public func encode() -> [UInt8] {
    var writer = ByteWriter()
    writer.appendVarint(statements.count)
    for (key, statement) in statements.sorted(by: { $0.key < $1.key }) {
      writer.append(key)
      writer.appendString(statement.value)
      writer.append(UInt8(statement.line == nil ? 0 : 1))
      if let line = statement.line {
        writer.appendString(line.text)
        writer.appendVarint(line.byteOffset)
        writer.appendVarint(line.number)
      }
    }
    return writer.bytes
  }

  public init(decoding bytes: UnsafeRawBufferPointer) throws(FormatError) {
    var reader = ByteReader(bytes)
    statements = [:]
    for _ in 0..<(try reader.readCount(atMost: 255)) {
      let key = try reader.read(UInt8.self)
      var statement = Statement(value: try reader.readString())
      if try reader.read(UInt8.self) == 1 {
        let text = try reader.readString()
        let offset = try reader.readCount(atMost: Int.max >> 1)
        statement.line = (text, offset, try reader.readCount())
      }
      statements[key] = statement
    }
  }
}

/// A source file as it was when its documents were indexed.
public struct SourceRecord: Hashable, Sendable {
  /// The name it is cited by.
  public var id: String
  /// Absolute path.
  public var path: String
  public var size: Int
  /// Nanoseconds since 1970.
  public var modified: Int
  /// Raw value of the reader that made its documents (`SourceFormat`).
  public var format: UInt8

  public init(id: String, path: String, size: Int, modified: Int, format: UInt8) {
    self.id = id
    self.path = path
    self.size = size
    self.modified = modified
    self.format = format
  }

  public func encode() -> [UInt8] {
    var writer = ByteWriter()
    writer.appendString(id)
    writer.appendString(path)
    writer.append(Int64(size))
    writer.append(Int64(modified))
    writer.append(format)
    return writer.bytes
  }

  public init(decoding bytes: UnsafeRawBufferPointer) throws(FormatError) {
    var reader = ByteReader(bytes)
    id = try reader.readString()
    path = try reader.readString()
    size = Int(try reader.read(Int64.self))
    modified = Int(try reader.read(Int64.self))
    format = try reader.read(UInt8.self)
  }
}
