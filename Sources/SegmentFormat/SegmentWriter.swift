public import Platform

/// Writes a segment section by section to wherever the bytes go. See `SegmentLayout`.
public struct SegmentWriter {
  public typealias Sink = (UnsafeRawBufferPointer) throws(FileError) -> Void

  private let sink: Sink
  private var entries: [(section: SegmentLayout.Section, checksum: UInt32, range: Range<Int>)] = []
  /// Bytes written so far.
  public private(set) var count = 0
  /// CRC-32 of all bytes written so far.
  public private(set) var checksum: UInt32 = 0

  public init(sink: @escaping Sink) throws(FileError) {
    self.sink = sink
    var header = ByteWriter()
    header.append(SegmentLayout.magic)
    header.append(SegmentLayout.version)
    header.append(UInt32(0))
    try emit(header.bytes)
  }

  public mutating func append(
    _ section: SegmentLayout.Section, _ bytes: [UInt8]
  ) throws(FileError) {
    let start = count
    entries.append((section, crc(bytes), start..<start + bytes.count))
    try emit(bytes)
    let gap = -count & (SegmentLayout.alignment - 1)
    if gap > 0 { try emit([UInt8](repeating: 0, count: gap)) }
  }

  public mutating func finish() throws(FileError) {
    var footer = ByteWriter()
    for entry in entries {
      footer.append(entry.section.rawValue)
      footer.append(entry.checksum)
      footer.append(UInt64(entry.range.lowerBound))
      footer.append(UInt64(entry.range.count))
    }
    footer.append(UInt32(entries.count))
    footer.append(crc(footer.bytes))
    footer.append(SegmentLayout.endMagic)
    try emit(footer.bytes)
  }

  private func crc(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { SegmentFormat.checksum(of: $0) }
  }

  private mutating func emit(_ bytes: [UInt8]) throws(FileError) {
    let before = checksum
    checksum = bytes.withUnsafeBytes { SegmentFormat.checksum(of: $0, continuing: before) }
    count += bytes.count
    var failure: FileError?
    bytes.withUnsafeBytes { bytes in
      do throws(FileError) { try sink(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }
}

/// Everything that a segment holds, ready to be written.
public struct SegmentContents {
  public var properties: SegmentLayout.Properties
  public var terms: TermDictionaryWriter
  public var postings: PostingListWriter
  public var passages: [PassageRow]
  /// `√Σ(1 + ln tf)²` over a passage's stems.
  public var vectorLengths: [Double]
  /// `BlockStore.encode` of a `PassageRecord` for each passage.
  public var text: [UInt8]
  public var documentIDs: [String]
  /// For each document the number of its source, and its line in it (0 where it is the whole file).
  public var documentPlaces: [(source: Int, line: Int)]
  /// `BlockStore.encode` of a `DocumentRecord` for each document.
  public var documents: [UInt8]
  public var sources: [SourceRecord]

  public init(
    properties: SegmentLayout.Properties, terms: TermDictionaryWriter,
    postings: PostingListWriter, passages: [PassageRow], vectorLengths: [Double],
    text: [UInt8], documentIDs: [String], documentPlaces: [(source: Int, line: Int)],
    documents: [UInt8], sources: [SourceRecord]
  ) {
    self.properties = properties
    self.terms = terms
    self.postings = postings
    self.passages = passages
    self.vectorLengths = vectorLengths
    self.text = text
    self.documentIDs = documentIDs
    self.documentPlaces = documentPlaces
    self.documents = documents
    self.sources = sources
  }

  public func write(to writer: inout SegmentWriter) throws(FileError) {
    try writer.append(.properties, properties.encode())
    try writer.append(.terms, terms.finish())
    try writer.append(.postings, postings.finish())
    try writer.append(.lengths, passages.map { LengthCode.encode($0.length) })
    try writer.append(
      .vectorLengths,
      vectorLengths.map { LengthCode.encode(Int(($0 * SegmentLayout.vectorLengthScale).rounded())) }
    )
    try writer.append(.passageDocument, column { UInt64($0.document) })
    try writer.append(.passageOffset, column { UInt64($0.byteOffset) })
    try writer.append(.passageLine, column { UInt64($0.firstLine) })
    try writer.append(.passageFlags, column { UInt64($0.flags) })
    try writer.append(.documentID, StringTable.encode(documentIDs))
    try writer.append(.documentSource, Column.encode(documentPlaces.map { UInt64($0.source) }))
    try writer.append(.documentLine, Column.encode(documentPlaces.map { UInt64($0.line) }))
    try writer.append(.documents, documents)
    try writer.append(.text, text)
    var records = StoredItems()
    for source in sources { source.encode().withUnsafeBytes { records.append($0) } }
    try writer.append(.sources, BlockStore.encode([records]))
    try writer.finish()
  }

  private func column(_ value: (PassageRow) -> UInt64) -> [UInt8] {
    Column.encode(passages.map(value))
  }
}
