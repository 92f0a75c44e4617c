import Bytes
import Model
import SegmentFormat
import TextAnalysis

/// Reads passages and documents from the segments of an index, and caches the most recently read
/// block of each store.
final class PassageStore {
  private let index: IndexReader
  private let decompressors = Decompressors()
  /// The caches of each segment, or nil until something is read from it.
  private var caches: [SegmentCaches?]

  init(_ index: IndexReader) {
    self.index = index
    caches = Array(repeating: nil, count: index.segments.count)
  }

  /// Returns the passage at a place in the index, with its document.
  func passage(_ id: PassageID) throws(IndexError) -> StoredPassage {
    let segment = index.segments[id.segment]
    do throws(FormatError) {
      let row = try segment.passage(id.passage)
      let record = try record(id, row)
      let document = try document(row.document, in: id.segment)
      return StoredPassage(
        text: try record.text(of: row, title: document.title?.value ?? ""),
        field: row.field,
        byteOffset: row.byteOffset, firstLine: row.firstLine, headings: record.headings,
        role: try row.role,
        language: Language(rawValue: segment.properties.language),
        document: document, id: id)
    } catch {
      throw .format(error.inFile(segment.path))
    }
  }

  /// Asks the system to read from disk what `passage(_:)` needs.
  func prefetch(_ id: PassageID) { index.segments[id.segment].prefetchPassage(id.passage) }

  /// Returns the number of a passage's document within its segment.
  func documentNumber(of id: PassageID) -> Int {
    index.segments[id.segment].document(ofPassage: id.passage)
  }

  func documentID(of id: PassageID) throws(IndexError) -> String {
    let segment = index.segments[id.segment]
    do throws(FormatError) {
      return try index.documentID(documentNumber(of: id), segment: id.segment)
    } catch {
      throw .format(
        error.inSection(SegmentLayout.Section.documentID.name).inFile(segment.path))
    }
  }

  /// Returns the place of a passage in the index: the passage of the same document that begins at
  /// the same byte of the same field. The result is nil if there is none, or if the passage belongs
  /// to another state of the index.
  ///
  /// - Parameter passage: A passage from this index, or one derived from it.
  /// - Complexity: O(*n*), where *n* is the number of passages of the document.
  func place(of passage: StoredPassage) throws(IndexError) -> PassageID? {
    guard let id = passage.id, index.segments.indices.contains(id.segment),
      id.passage < index.segments[id.segment].properties.passageCount,
      try documentID(of: id) == passage.document.id
    else { return nil }
    let segment = index.segments[id.segment]
    let document = documentNumber(of: id)
    func isSame(_ number: Int) throws(IndexError) -> Bool {
      do throws(FormatError) {
        let row = try segment.passage(number)
        return row.byteOffset == passage.byteOffset
          && row.field == passage.field
      } catch {
        throw .format(error)
      }
    }
    if try isSame(id.passage) { return id }
    // The passages of a document are adjacent.
    for step in [-1, 1] {
      var number = id.passage + step
      while (0..<segment.properties.passageCount).contains(number),
        segment.document(ofPassage: number) == document
      {
        if try isSame(number) { return PassageID(segment: id.segment, passage: number) }
        number += step
      }
    }
    return nil
  }

  /// Returns a document by its number in a segment.
  func document(_ number: Int, in segmentNumber: Int) throws(FormatError) -> StoredDocument {
    let segment = index.segments[segmentNumber]
    let caches = caches(of: segmentNumber)
    let record = try decode(segment.documents, number, &caches.documents) {
      bytes throws(FormatError) in try DocumentRecord(decoding: bytes)
    }
    let place = segment.place(ofDocument: number)
    let source = try source(place.source, in: segmentNumber)
    let statements = record.statements
    var document = StoredDocument(
      id: try index.documentID(number, segment: segmentNumber),
      source: place.line == 0 ? source.id : "\(source.id):\(place.line)",
      title: statements[.title], author: statements[.author], date: statements[.date],
      publisher: statements[.publisher], url: statements[.url]?.value,
      basedOn: statements[.basedOn]?.value,
      origin: source.path.isEmpty
        ? nil
        : StoredDocument.Origin(
          path: source.path, size: source.size, modified: source.modified, line: place.line,
          format: source.format))
    if let tags = statements[.tags]?.value { document.tags = StoredDocument.tags(in: tags) }
    document.library = index.library(ofSegment: segmentNumber)
    document.encodedPlaces = record.places.isEmpty ? nil : record.places
    return document
  }

  /// Returns a source by its number in a segment.
  func source(_ number: Int, in segmentNumber: Int) throws(FormatError) -> SourceRecord {
    let caches = caches(of: segmentNumber)
    if let (known, record) = caches.source, known == number { return record }
    let record = try decode(index.segments[segmentNumber].sources, number, &caches.sources) {
      bytes throws(FormatError) in try SourceRecord(decoding: bytes)
    }
    caches.source = (number, record)
    return record
  }

  /// Returns whether each of the phrases occurs in the text, the title or a heading of a passage.
  func holdsPhrases(_ id: PassageID, _ finder: inout PhraseFinder) throws(IndexError) -> Bool {
    let segment = index.segments[id.segment]
    do throws(FormatError) {
      let row = try segment.passage(id.passage)
      let record = try record(id, row)
      finder.begin()
      if case .own(let text) = record.text { finder.look(in: text) }
      for heading in record.headings { finder.look(in: heading) }
      if finder.hasAll { return true }
      // The title comes last, because it is the least likely place, and in a store of its own.
      let document = try decode(
        segment.documents, row.document, &caches(of: id.segment).documents
      ) { bytes throws(FormatError) in try DocumentRecord(decoding: bytes) }
      finder.look(in: document.statements[.title]?.value ?? "")
      return finder.hasAll
    } catch {
      throw .format(error.inFile(segment.path))
    }
  }

  private func record(_ id: PassageID, _ row: PassageRow) throws(FormatError) -> PassageRecord {
    try decode(index.segments[id.segment].text, id.passage, &caches(of: id.segment).text) {
      bytes throws(FormatError) in try PassageRecord(decoding: bytes, of: row)
    }
  }

  private func decode<T>(
    _ store: BlockStoreReader, _ item: Int, _ cache: inout BlockCache,
    _ body: (UnsafeRawBufferPointer) throws(FormatError) -> T
  ) throws(FormatError) -> T {
    let result = try store.withItem(item, cache: &cache) { bytes -> Result<T, FormatError> in
      do throws(FormatError) { return .success(try body(bytes)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private func caches(of segment: Int) -> SegmentCaches {
    if let caches = caches[segment] { return caches }
    let new = SegmentCaches(index.segments[segment], decompressors)
    caches[segment] = new
    return new
  }

  /// Separate decompressors for texts and records: zstd is slower if the dictionary changes from
  /// one block to the next, and reading texts alternates with reading the records of their
  /// documents.
  private struct Decompressors {
    let text = Decompressor()
    let records = Decompressor()
  }

  /// The decompressed blocks of one segment, and the source that was read last: the documents of a
  /// collection all have the same one.
  private final class SegmentCaches {
    var text: BlockCache
    var documents: BlockCache
    var sources: BlockCache
    var source: (number: Int, record: SourceRecord)?

    init(_ segment: SegmentFile, _ decompressors: Decompressors) {
      text = segment.textCache(decompressors.text)
      documents = BlockCache(decompressors.records)
      sources = BlockCache(decompressors.records)
    }
  }
}
