public import Bytes
public import Model

/// The metadata of a document as the documents section stores it: for each key, a value and the
/// line of the source that states the value.
public struct DocumentRecord: Hashable, Sendable {
  public var statements: Statements

  /// The places of the document's lines (pages, slides, rows), encoded by `PlaceMap.encoded`. The
  /// string is empty for a document whose lines are those of its file.
  public var places: String

  public init(statements: Statements, places: String = "") {
    self.statements = statements
    self.places = places
  }

  /// Returns the bytes of the record: `varint keys │ statements`, from the highest key down to the
  /// title. In keys, bit k is set if key k has a value, and bit 9 + k if a line states it. Bit 8 is
  /// set if there are places, which precede the statements.
  ///
  /// A statement is its line, if any (`string │ varint byte offset │ varint number`), and its
  /// value, a string. The value of the last statement is all remaining bytes.
  public func encode() -> [UInt8] {
    var keys = 0
    for entry in statements.entries {
      let isStated = entry.statement.line != nil
      keys |= (isStated ? 1 << DocumentRecord.keyCount | 1 : 1) << Int(entry.key.rawValue)
    }
    if !places.isEmpty { keys |= 1 << Self.placesBit }
    var writer = ByteWriter()
    writer.appendVarint(keys)
    var left = statements.count
    if !places.isEmpty, left > 0 { writer.appendString(places) }
    if !places.isEmpty, left == 0 { writer.append(Array(places.utf8)) }
    for entry in statements.entries {
      left -= 1
      let statement = entry.statement
      if let line = statement.line {
        writer.appendString(line.text)
        writer.appendVarint(line.byteOffset)
        writer.appendVarint(line.number)
      }
      if left > 0 {
        writer.appendString(statement.value)
      } else {
        writer.append(Array(statement.value.utf8))
      }
    }
    return writer.bytes
  }

  public init(decoding bytes: UnsafeRawBufferPointer) throws(FormatError) {
    var reader = ByteReader(bytes)
    let keys = try reader.readCount(atMost: 1 << (2 * DocumentRecord.keyCount) - 1)
    statements = [:]
    places = ""
    for bit in (0..<DocumentRecord.keyCount).reversed() where keys >> bit & 1 != 0 {
      if bit == Self.placesBit {
        let isLast = keys & (1 << bit - 1) == 0
        let value = try reader.readBytes(isLast ? reader.remaining : try reader.readCount())
        places = String(decoding: value, as: UTF8.self)
        continue
      }
      guard let key = MetadataKey(rawValue: UInt8(bit)) else {
        throw FormatError(.malformed, offset: reader.offset)
      }
      var statement = Statement(value: "")
      if keys >> (DocumentRecord.keyCount + bit) & 1 != 0 {
        let text = try reader.readString()
        let offset = try reader.readCount(atMost: Int.max >> 1)
        statement.line = Statement.Line(
          text: text, byteOffset: offset, number: try reader.readCount())
      }
      let isLast = keys & (1 << bit - 1) == 0
      let value = try reader.readBytes(isLast ? reader.remaining : try reader.readCount())
      statement.value = String(decoding: value, as: UTF8.self)
      // The record has its keys in the order of the entries.
      statements.append(key, statement)
    }
  }

  /// The number of keys that a record has room for.
  private static let keyCount = 9
  private static let placesBit = keyCount - 1
}

extension DocumentRecord {
  /// The statements of a document by key. They are few, so that looking through them is faster than
  /// hashing.
  public struct Statements: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    fileprivate struct Entry: Hashable, Sendable {
      var key: MetadataKey
      var statement: Statement
    }

    /// From the highest key down.
    fileprivate private(set) var entries: [Entry] = []

    public init(dictionaryLiteral elements: (MetadataKey, Statement)...) {
      for (key, statement) in elements { self[key] = statement }
    }

    public var count: Int { entries.count }

    /// Adds the statement of a key that is lower than all keys so far.
    fileprivate mutating func append(_ key: MetadataKey, _ statement: Statement) {
      entries.append(Entry(key: key, statement: statement))
    }

    public subscript(key: MetadataKey) -> Statement? {
      get {
        for index in entries.indices where entries[index].key == key {
          return entries[index].statement
        }
        return nil
      }
      set {
        let place = entries.firstIndex { $0.key.rawValue <= key.rawValue } ?? entries.count
        let isKnown = place < entries.count && entries[place].key == key
        entries.replaceSubrange(
          place..<(isKnown ? place + 1 : place),
          with: newValue.map { [Entry(key: key, statement: $0)] } ?? [])
      }
    }
  }
}

/// A source file as it was when its documents were indexed.
public struct SourceRecord: Hashable, Sendable {
  /// The name by which the source is cited.
  public var id: String
  /// The absolute path.
  public var path: String
  /// The size in bytes.
  public var size: Int
  /// The time of the last modification, in nanoseconds since 1970.
  public var modified: Int
  /// The code of the format in which the documents were read.
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
    guard path.isEmpty || path.isAbsolutePath else {
      throw FormatError(.malformed, offset: reader.offset)
    }
    size = Int(try reader.read(Int64.self))
    modified = Int(try reader.read(Int64.self))
    format = try reader.read(UInt8.self)
  }
}

extension String {
  /// A Boolean value that indicates whether the string is an absolute path without control
  /// characters. An index may come from an untrusted source, and its paths are shown to people and
  /// passed to programs.
  var isAbsolutePath: Bool {
    utf8.first == UInt8(ascii: "/") && !utf8.span.hasASCIIControl
  }
}
