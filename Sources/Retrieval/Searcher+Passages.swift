import Bytes
import Model
import SegmentFormat
import TextAnalysis

extension Searcher {
  /// The passage at a place in the index, with its document.
  func passage(_ id: PassageID) throws(IndexError) -> StoredPassage {
    let segment = index.segments[id.segment]
    do throws(FormatError) {
      let row = try segment.passage(id.passage)
      let caches = caches(of: id.segment)
      let record = try decode(segment.text, id.passage, &caches.text) {
        bytes throws(FormatError) in try PassageRecord(decoding: bytes, of: row)
      }
      let document = try document(row.document, in: id.segment)
      return StoredPassage(
        text: try record.text(of: row, title: document.title?.value ?? ""),
        field: row.field,
        byteOffset: row.byteOffset, firstLine: row.firstLine, headings: record.headings,
        role: try row.role,
        language: Language(rawValue: segment.properties.language),
        document: document)
    } catch {
      throw .format(error.inFile(segment.path))
    }
  }

  /// Asks for what `passage` reads to be read from disk.
  func prefetch(_ id: PassageID) {
    index.segments[id.segment].prefetchPassage(id.passage)
  }

  func documentID(of id: PassageID) throws(IndexError) -> String {
    let segment = index.segments[id.segment]
    do throws(FormatError) {
      return try segment.documentIDs.string(at: segment.document(ofPassage: id.passage))
    } catch {
      throw .format(
        error.inSection(SegmentLayout.Section.documentID.name).inFile(segment.path))
    }
  }

  /// A document of a segment by its number there.
  func document(
    _ number: Int, in segmentNumber: Int
  ) throws(FormatError) -> StoredDocument {
    let segment = index.segments[segmentNumber]
    let caches = caches(of: segmentNumber)
    let record = try decode(segment.documents, number, &caches.documents) {
      bytes throws(FormatError) in try DocumentRecord(decoding: bytes)
    }
    let place = segment.place(ofDocument: number)
    let source = try decode(segment.sources, place.source, &caches.sources) {
      bytes throws(FormatError) in try SourceRecord(decoding: bytes)
    }
    let statements = record.statements
    return StoredDocument(
      id: try segment.documentIDs.string(at: number),
      source: place.line == 0 ? source.id : "\(source.id):\(place.line)",
      title: statements[.title], author: statements[.author], date: statements[.date],
      publisher: statements[.publisher], url: statements[.url]?.value,
      basedOn: statements[.basedOn]?.value,
      origin: source.path.isEmpty
        ? nil
        : StoredDocument.Origin(
          path: source.path, size: source.size, modified: source.modified, line: place.line))
  }

  func decode<T>(
    _ store: BlockStoreReader, _ item: Int, _ cache: inout BlockCache,
    _ body: (UnsafeRawBufferPointer) throws(FormatError) -> T
  ) throws(FormatError) -> T {
    let result = try store.withItem(item, cache: &cache) { bytes -> Result<T, FormatError> in
      do throws(FormatError) { return .success(try body(bytes)) } catch { return .failure(error) }
    }
    return try result.get()
  }
}
