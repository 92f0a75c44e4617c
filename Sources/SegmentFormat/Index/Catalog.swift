public import Bytes
public import Model

/// The sources of an index: the paths that were given, the files found there, and what was skipped
/// and why.
///
///     "TANYACAT" │ u32 version │ u32 CRC-32 of what follows
///     │ varint roots │ strings │ string folder │ `BlockStore` of one item
///
/// The item is:
///
///     varint sources │ source records, each with its stamp (four u64), varint documents, varint
///     short forms, short forms │ varint skips │ skips
///
/// History: version 1 did not count the documents of each source, 2 had no short forms, 3 was not
/// compressed, 4 had neither folder nor stamps and is still read.
public struct Catalog: Hashable, Sendable {
  /// A source that was skipped. The writer of the index defines the codes of reasons.
  public struct Skip: Hashable, Sendable {
    public var path: String
    public var reason: UInt8
    /// A number that depends on the reason: an offset, a line, an error code.
    public var detail: Int
    /// A word that depends on the reason.
    public var note: String

    public init(path: String, reason: UInt8, detail: Int = 0, note: String = "") {
      self.path = path
      self.reason = reason
      self.detail = detail
      self.note = note
    }
  }

  /// A source and the counts that the catalog keeps for it.
  public struct Source: Hashable, Sendable {
    /// The record of the source in its segments. A file whose content has not changed keeps its
    /// record, with the modification time at which it was read.
    public var record: SourceRecord
    public var stamp: SourceStamp
    /// The number of documents in the source, in all languages.
    public var documentCount: Int
    /// The short forms that the source explains, each once, in the order of the text.
    public var shortForms: [ShortForm]

    public init(
      _ record: SourceRecord, stamp: SourceStamp? = nil, documentCount: Int,
      shortForms: [ShortForm] = []
    ) {
      self.record = record
      self.stamp = stamp ?? SourceStamp(modified: record.modified)
      self.documentCount = documentCount
      self.shortForms = shortForms
    }
  }

  /// Absolute paths, in the order in which they were first given.
  public var roots: [String]
  /// The absolute path of the index folder when the catalog was written, empty if it is not known.
  /// It reveals whether the folder was moved together with its sources.
  public var folder: String
  public var sources: [Source]
  public var skipped: [Skip]

  static let magic = Array("TANYACAT".utf8)
  static let version: UInt32 = 5
  /// The oldest version that is read completely.
  private static let oldestVersion: UInt32 = 4

  public init(roots: [String], folder: String = "", sources: [Source], skipped: [Skip]) {
    self.roots = roots
    self.folder = folder
    self.sources = sources
    self.skipped = skipped
  }

  /// The number of documents in all languages; one with passages in two languages counts once.
  public var documentCount: Int { sources.reduce(0) { $0 + $1.documentCount } }

  public func encode() -> [UInt8] {
    var body = ByteWriter()
    body.appendVarint(roots.count)
    for root in roots { body.appendString(root) }
    body.appendString(folder)
    var store = BlockStoreWriter(dictionary: [])
    encodedSources().withUnsafeBytes { store.append($0) }
    body.append(store.finish())
    var writer = ByteWriter()
    writer.append(Catalog.magic)
    writer.append(Catalog.version)
    writer.append(body.bytes.withUnsafeBytes { CRC32.sum(of: $0) })
    writer.append(body.bytes)
    return writer.bytes
  }

  /// Returns the bytes of the store's only item.
  func encodedSources() -> [UInt8] {
    var writer = ByteWriter()
    writer.appendVarint(sources.count)
    for source in sources {
      let record = source.record.encode()
      writer.appendVarint(record.count)
      writer.append(record)
      source.stamp.encode(into: &writer)
      writer.appendVarint(source.documentCount)
      writer.appendVarint(source.shortForms.count)
      for form in source.shortForms { form.encode(into: &writer) }
    }
    writer.appendVarint(skipped.count)
    for skip in skipped {
      writer.appendString(skip.path)
      writer.append(skip.reason)
      writer.append(Int64(skip.detail))
      writer.appendString(skip.note)
    }
    return writer.bytes
  }

  /// Returns the roots of a catalog of this version or any older one. Every version begins with
  /// them.
  ///
  /// - Throws: `FormatError` if the bytes are damaged or of a newer version.
  public static func roots(decoding bytes: UnsafeRawBufferPointer) throws(FormatError) -> [String] {
    var (reader, _) = try body(of: bytes)
    return try roots(&reader)
  }

  public init(decoding bytes: UnsafeRawBufferPointer) throws(FormatError) {
    var (reader, version) = try Catalog.body(of: bytes)
    guard version >= Catalog.oldestVersion else { throw FormatError(.older(version), offset: 8) }
    self.init(roots: try Catalog.roots(&reader), sources: [], skipped: [])
    if version > Catalog.oldestVersion { folder = try Catalog.path(&reader) }
    let store = try BlockStoreReader(try reader.readBytes(reader.remaining))
    var cache = BlockCache()
    let read = try store.withItem(0, cache: &cache) { item -> Result<Catalog, FormatError> in
      var catalog = self
      do throws(FormatError) {
        try catalog.readSources(item, version: version)
      } catch {
        return .failure(error)
      }
      return .success(catalog)
    }
    self = try read.get()
  }

  /// Reads the store's only item, and adds its sources and skips to the catalog.
  mutating func readSources(
    _ item: UnsafeRawBufferPointer, version: UInt32 = Catalog.version
  ) throws(FormatError) {
    var reader = ByteReader(item)
    for _ in 0..<(try reader.readCount()) {
      let length = try reader.readCount()
      let record = try SourceRecord(decoding: try reader.readBytes(length))
      let stamp =
        version > Catalog.oldestVersion ? try SourceStamp(decoding: &reader) : nil
      var source = Source(record, stamp: stamp, documentCount: try reader.readCount())
      for _ in 0..<(try reader.readCount()) {
        source.shortForms.append(try ShortForm(&reader))
      }
      sources.append(source)
    }
    for _ in 0..<(try reader.readCount()) {
      let path = try reader.readString()
      let reason = try reader.read(UInt8.self)
      let detail = Int(try reader.read(Int64.self))
      skipped.append(
        Skip(path: path, reason: reason, detail: detail, note: try reader.readString()))
    }
  }

  /// Verifies the checksum, and returns a reader at the start of the body.
  private static func body(
    of bytes: UnsafeRawBufferPointer
  ) throws(FormatError) -> (ByteReader, version: UInt32) {
    var reader = ByteReader(bytes)
    guard try reader.readBytes(8).elementsEqual(Catalog.magic) else {
      throw FormatError(.foreign)
    }
    let version = try reader.read(UInt32.self)
    guard version <= Catalog.version else { throw FormatError(.newer(version), offset: 8) }
    let expected = try reader.read(UInt32.self)
    let found = CRC32.sum(of: UnsafeRawBufferPointer(rebasing: bytes[reader.offset...]))
    guard found == expected else {
      throw FormatError(.checksum(expected: expected, found: found), offset: reader.offset)
    }
    return (reader, version)
  }

  private static func roots(_ reader: inout ByteReader) throws(FormatError) -> [String] {
    var roots: [String] = []
    for _ in 0..<(try reader.readCount()) {
      let root = try reader.readString()
      guard root.isAbsolutePath else { throw FormatError(.malformed, offset: reader.offset) }
      roots.append(root)
    }
    return roots
  }

  /// Reads a path that may be empty.
  private static func path(_ reader: inout ByteReader) throws(FormatError) -> String {
    let path = try reader.readString()
    guard path.isEmpty || path.isAbsolutePath else {
      throw FormatError(.malformed, offset: reader.offset)
    }
    return path
  }
}

extension ShortForm {
  fileprivate func encode(into writer: inout ByteWriter) {
    writer.appendString(short)
    writer.appendString(expansion)
    writer.appendString(language.rawValue)
    writer.appendVarint(count)
  }

  fileprivate init(_ reader: inout ByteReader) throws(FormatError) {
    self.init(
      short: try reader.readString(), expansion: try reader.readString(),
      language: Language(rawValue: try reader.readString()), count: try reader.readCount())
  }
}
