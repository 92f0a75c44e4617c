public import Bytes
public import Platform

/// An open segment. Opening it checks the layout of its sections; their contents are read on
/// demand.
///
/// ```swift
/// let segment = try SegmentFile(path: path, size: size)
/// let row = try segment.passage(0)
/// let (source, line) = segment.place(ofDocument: row.document)
/// ```
///
/// Only `verify` compares checksums, so that opening touches few pages. Every decoder must
/// therefore be safe on any bytes.
public final class SegmentFile {
  public let path: String
  public let properties: SegmentLayout.Properties
  public let terms: TermDictionaryReader
  public let postings: UnsafeRawBufferPointer
  /// The `LengthCode` of each passage.
  public let lengthCodes: UnsafeRawBufferPointer
  private let vectorLengthCodes: UnsafeRawBufferPointer
  public let text: BlockStoreReader
  public let documentIDs: StringTable
  public let documents: BlockStoreReader
  public let sources: BlockStoreReader
  private let passageDocument: Column
  private let passageOffset: Column
  private let passageLine: Column
  private let passageFlags: Column
  private let documentSource: Column
  private let documentLine: Column
  private let file: MappedFile
  private let footer: SegmentFooter
  /// A Boolean value that indicates whether parts are prefetched one by one, because the file is
  /// large and little of it will be read.
  private let needsPrefetch: Bool

  /// - Parameters:
  ///   - path: The path of the segment.
  ///   - size: The size in bytes that the manifest states.
  /// - Throws: `IndexFileError` if the file cannot be read, has another size, or is damaged.
  public convenience init(path: String, size: Int) throws(IndexFileError) {
    let file: MappedFile
    do throws(FileError) { file = try MappedFile(path: path) } catch { throw .file(error) }
    do throws(FormatError) {
      guard file.bytes.count == size else {
        throw FormatError(.truncated(expected: size, found: file.bytes.count), file: path)
      }
      try self.init(file, path: path)
    } catch {
      throw .format(error)
    }
  }

  /// - Parameters:
  ///   - file: The mapped file.
  ///   - path: The path that errors name.
  public init(_ file: MappedFile, path: String) throws(FormatError) {
    do throws(FormatError) {
      let footer = try SegmentFooter(file.bytes)
      needsPrefetch = file.access == .few && file.bytes.count > SegmentFooter.readAsWhole
      if needsPrefetch { footer.prefetchHeads() }
      let properties = try footer.decode(.properties) { bytes throws(FormatError) in
        try SegmentLayout.Properties(bytes)
      }
      let passages = properties.passageCount
      let documents = properties.documentCount
      func column(_ section: SegmentLayout.Section, _ count: Int) throws(FormatError) -> Column {
        let column = try footer.decode(section) { bytes throws(FormatError) in try Column(bytes) }
        guard column.count == count else { throw FormatError(.malformed, section: section.name) }
        return column
      }
      func store(
        _ section: SegmentLayout.Section, _ count: Int?
      ) throws(FormatError) -> BlockStoreReader {
        let store = try footer.decode(section) { bytes throws(FormatError) in
          try BlockStoreReader(bytes)
        }
        guard count == nil || store.count == count else {
          throw FormatError(.malformed, section: section.name)
        }
        return store
      }
      let filter = try footer.decode(.termFilter) { bytes throws(FormatError) in
        try TermFilter(bytes)
      }
      terms = try footer.decode(.terms) { bytes throws(FormatError) in
        try TermDictionaryReader(bytes, filter: filter)
      }
      postings = try footer.bytes(of: .postings)
      lengthCodes = try footer.bytes(of: .lengths)
      vectorLengthCodes = try footer.bytes(of: .vectorLengths)
      guard lengthCodes.count == passages, vectorLengthCodes.count == passages,
        postings.count >= PostingList.padding
      else {
        throw FormatError(.malformed, section: SegmentLayout.Section.lengths.name)
      }
      passageDocument = try column(.passageDocument, passages)
      passageOffset = try column(.passageOffset, passages)
      passageLine = try column(.passageLine, passages)
      passageFlags = try column(.passageFlags, passages)
      documentSource = try column(.documentSource, documents)
      documentLine = try column(.documentLine, documents)
      documentIDs = try footer.decode(.documentID) { bytes throws(FormatError) in
        try StringTable(bytes)
      }
      guard documentIDs.count == documents else {
        throw FormatError(.malformed, section: SegmentLayout.Section.documentID.name)
      }
      self.documents = try store(.documents, documents)
      text = try store(.text, passages)
      sources = try store(.sources, nil)
      self.properties = properties
      self.footer = footer
      self.file = file
      self.path = path
    } catch {
      throw error.inFile(path)
    }
    if needsPrefetch { prefetchDirectories() }
  }

  /// Asks the system to read the first and last pages of a segment's file from disk, or all pages
  /// of a small file.
  public static func prefetchFooter(of file: MappedFile) {
    guard file.access == .few else { return }
    guard file.bytes.count > SegmentFooter.readAsWhole else { return prefetch(file.bytes) }
    prefetch(UnsafeRawBufferPointer(rebasing: file.bytes.prefix(1)))
    prefetch(UnsafeRawBufferPointer(rebasing: file.bytes.suffix(1)))
  }

  /// Asks the system to read the directories of terms and texts from disk.
  private func prefetchDirectories() {
    terms.prefetchDirectory()
    text.prefetchDirectory()
    documents.prefetchDirectory()
    documentIDs.prefetchDirectory()
  }

  /// Asks the system to read the entries of a word from disk, if only a few words are looked up.
  public func prefetchWord(surface: String, stem: String) {
    guard needsPrefetch else { return }
    for (form, term) in [(TermForm.surface, surface), (.stem, stem), (.title, stem)] {
      var term = term
      term.withUTF8 { terms.prefetchBlock(form: form, term: UnsafeRawBufferPointer($0)) }
    }
  }

  /// Asks the system to read from disk what a citation of a passage needs.
  public func prefetchPassage(_ index: Int) {
    let document = document(ofPassage: index)
    text.prefetchItem(index)
    documents.prefetchItem(document)
    documentIDs.prefetchString(at: document)
  }

  public var byteCount: Int { file.bytes.count }

  /// The number of bytes of each section, in file order.
  public var sectionSizes: [(section: SegmentLayout.Section, bytes: Int)] {
    footer.sections.map { ($0.section, $0.range.count) }
  }

  /// Returns the row of passage `index`, which must be in `0..<passageCount`. Its length is decoded
  /// from a `LengthCode`.
  public func passage(_ index: Int) throws(FormatError) -> PassageRow {
    let document = passageDocument.position(at: index)
    guard document < properties.documentCount else {
      throw FormatError(
        .malformed, file: path, section: SegmentLayout.Section.passageDocument.name)
    }
    return PassageRow(
      document: document, byteOffset: passageOffset.position(at: index),
      firstLine: passageLine.position(at: index),
      flags: UInt8(truncatingIfNeeded: passageFlags[index]),
      length: Int(LengthCode.lengths[Int(lengthCodes[index])]))
  }

  /// Returns `√Σ(1 + ln tf)²` over the stems of passage `index`, with the precision of a
  /// `LengthCode`.
  public func vectorLength(ofPassage index: Int) -> Double {
    Double(LengthCode.lengths[Int(vectorLengthCodes[index])]) / SegmentLayout.vectorLengthScale
  }

  /// Returns the code that `vectorLength` decodes.
  public func vectorLengthCode(ofPassage index: Int) -> UInt8 { vectorLengthCodes[index] }

  /// Returns the number of the document of passage `index`, both within the segment.
  public func document(ofPassage index: Int) -> Int { passageDocument.position(at: index) }

  /// Returns the number of a document's source and the line there, or 0 if it is the whole file.
  public func place(ofDocument index: Int) -> (source: Int, line: Int) {
    (documentSource.position(at: index), documentLine.position(at: index))
  }

  /// Returns a cache for ``text``.
  public func textCache(_ decompressor: Decompressor) -> BlockCache {
    BlockCache(decompressor, copyingFrom: file)
  }

  /// Releases the pages of the file from the process's memory.
  public func releasePages() { file.releasePages() }

  /// Releases the pages of one of `count` equal parts of the file from the process's memory.
  public func releasePages(ofPart part: Int, of count: Int) {
    let start = byteCount * part / count
    file.releasePages(of: start..<byteCount * (part + 1) / count)
  }

  /// Verifies the checksum of every section, and releases the pages that were read.
  ///
  /// - Throws: `FormatError` for the first section whose checksum is wrong.
  /// - Complexity: O(*n*), where *n* is the size of the file in bytes.
  public func verify() throws(FormatError) {
    do throws(FormatError) {
      try footer.verify { file.releasePages(of: $0) }
    } catch {
      throw error.inFile(path)
    }
  }
}

/// The reason that a file of an index could not be opened.
public enum IndexFileError: Error, Hashable, Sendable {
  case file(FileError)
  case format(FormatError)
}
