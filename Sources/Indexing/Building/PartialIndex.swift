import Model
import SegmentFormat
import TextAnalysis

/// The passages of one reading unit in one language, in order, with their terms, not yet inverted.
///
/// Units are joined in the order of the sources, whichever thread read them, so that the same sources
/// produce the same bytes.
struct PartialIndex: Sendable {
  /// Surface forms with their frequencies, passage after passage, numbered by the worker.
  struct Counts: Sendable {
    var surfaces: [Vocabulary.SurfaceID] = []
    var frequencies: [UInt8] = []
    /// For each passage, the end of its counts.
    var ends: [Int] = []
  }

  /// The worker to whose vocabulary the counts refer.
  var worker: Int
  /// Title, headings and text together.
  var joined = Counts()
  /// Title and headings only.
  var titles = Counts()
  /// `document` counts within this part.
  var passages: [PassageRow] = []
  /// One `PassageRecord` for each passage.
  var text = StoredItems()
  var documentIDs: [String] = []
  /// Lines in the source, 0 for a document that is a whole file.
  var documentLines: [Int] = []
  /// One `DocumentRecord` for each document.
  var documents = StoredItems()
  /// The index of the source in the run's list.
  var source: Int

  init(worker: Int, source: Int) {
    self.worker = worker
    self.source = source
  }

  /// Creates an empty part with room for as much as another contains: most units have one size.
  init(like other: PartialIndex) {
    self.init(worker: other.worker, source: other.source)
    joined.reserveCapacity(like: other.joined)
    titles.reserveCapacity(like: other.titles)
    text.reserveCapacity(like: other.text)
    passages.reserveCapacity(roomy(other.passages.count))
    documentIDs.reserveCapacity(roomy(other.documentIDs.count))
    documentLines.reserveCapacity(roomy(other.documentLines.count))
  }
}

extension PartialIndex.Counts {
  fileprivate mutating func reserveCapacity(like other: Self) {
    surfaces.reserveCapacity(roomy(other.surfaces.count))
    frequencies.reserveCapacity(roomy(other.frequencies.count))
    ends.reserveCapacity(roomy(other.ends.count))
  }
}

/// Returns a capacity that is likely to suffice, limited to the needs of a collection's unit, since
/// few files are large.
private func roomy(_ count: Int) -> Int { min(count + count / 8, 1 << 19) }

/// The parts that a worker has read and not yet written.
struct HeldParts: Sendable {
  /// In the order of their units.
  private(set) var parts: [(ordinal: Int, byLanguage: [Language: PartialIndex])] = []
  /// Their approximate size in memory.
  private(set) var byteCount = 0
  /// Set when the worker has finished.
  var vocabularies: [Language: Vocabulary] = [:]

  mutating func append(_ parts: [Language: PartialIndex], ordinal: Int) {
    self.parts.append((ordinal, parts))
    byteCount += parts.values.reduce(0) { $0 + $1.byteCount }
  }

  /// Returns the contents of a segment for each language.
  ///
  /// - Parameters:
  ///   - held: by worker.
  ///   - sources: by index of the file.
  ///   - isPiece: whether they are going to be merged with others.
  static func assemble(
    _ held: [HeldParts], sources: [SourceRecord], threads: Int, isPiece: Bool = false
  ) throws(IndexingError) -> [(language: Language, contents: SegmentContents)] {
    let units = held.flatMap(\.parts).sorted { $0.ordinal < $1.ordinal }
    let languages = Set(units.flatMap(\.byLanguage.keys)).sorted { $0.rawValue < $1.rawValue }
    var segments: [(language: Language, contents: SegmentContents)] = []
    for language in languages {
      let parts = units.compactMap { $0.byLanguage[language] }
      let passages = parts.reduce(0) { $0 + $1.passages.count }
      guard passages <= SegmentLayout.largestPassageCount else { throw .tooManyPassages(passages) }
      let assembler = SegmentAssembler(
        language: language, parts: parts,
        vocabularies: held.map { $0.vocabularies[language] ?? Vocabulary() }, sources: sources)
      segments.append((language, assembler.assemble(threads: threads, isPiece: isPiece)))
    }
    return segments
  }

  /// The same parts as if there were no other worker.
  var alone: HeldParts {
    var alone = self
    for index in parts.indices {
      for language in parts[index].byLanguage.keys {
        alone.parts[index].byLanguage[language]?.worker = 0
      }
    }
    return alone
  }
}

extension PartialIndex {
  /// Its approximate size in memory.
  fileprivate var byteCount: Int {
    let ids = documentIDs.reduce(0) { $0 + ($1.utf8.count > 15 ? $1.utf8.count + 64 : 16) }
    return joined.byteCount + titles.byteCount
      + passages.capacity * MemoryLayout<PassageRow>.stride
      + text.memoryByteCount + documents.memoryByteCount + ids + documentLines.capacity * 8
  }
}

extension PartialIndex.Counts {
  fileprivate var byteCount: Int {
    surfaces.capacity * 4 + frequencies.capacity + ends.capacity * 8
  }
}
