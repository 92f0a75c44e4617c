public import Platform

/// The contents of a segment, ready to be written.
public struct SegmentContents {
  public var properties: SegmentLayout.Properties
  public var terms: TermDictionaryWriter
  public var postings: PostingListWriter
  public var passages: [PassageRow]
  /// For each passage, `√Σ(1 + ln tf)²` over its stems.
  public var vectorLengths: [Double]
  /// The bytes of a `BlockStore` with a `PassageRecord` for each passage.
  public var text: [UInt8]
  public var documentIDs: [String]
  /// For each document, the number of its source and the line there, or 0 if it is the whole file.
  public var documentPlaces: [(source: Int, line: Int)]
  /// The bytes of a `BlockStore` with a `DocumentRecord` for each document.
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
    try writer.append(.postings, postings.finish())
    try writer.append(.termFilter, terms.filterBytes)
    try writer.append(.terms, terms.finish())
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
    try writer.append(.sources, sources)
    try writer.finish()
  }

  private func column(_ value: (PassageRow) -> UInt64) -> [UInt8] {
    Column.encode(passages.map(value))
  }
}

extension SegmentWriter {
  /// Writes source records as a `BlockStore`.
  public mutating func append(
    _ section: SegmentLayout.Section, _ sources: [SourceRecord]
  ) throws(FileError) {
    var records = StoredItems()
    for source in sources { source.encode().withUnsafeBytes { records.append($0) } }
    try append(section, BlockStore.encode([records]))
  }
}
