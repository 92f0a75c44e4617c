import Model
import SegmentFormat
import TextAnalysis

/// The passages of one reading unit in one language, in order, with their terms, which are not
/// inverted yet.
///
/// Units are combined in the order of the sources, no matter which thread read them, so that the
/// same sources produce the same bytes.
struct PartialIndex: Sendable {
  /// The surface forms of each passage, numbered by the worker, with their frequencies.
  struct Counts: Sendable {
    var surfaces: [Vocabulary.SurfaceID] = []
    var frequencies: [UInt8] = []
    /// For each passage, the end of its counts.
    var ends: [Int] = []
  }

  /// The number of the worker to whose vocabulary the counts refer.
  var worker: Int
  /// The counts in title, headings and text together.
  var joined = Counts()
  /// The counts in title and headings only.
  var titles = Counts()
  /// The rows of the passages. Their documents are numbered within this part.
  var passages: [PassageRow] = []
  /// A `PassageRecord` for each passage.
  var text = StoredItems()
  var documentIDs: [String] = []
  /// For each document, its line in the source, or 0 if it is a whole file.
  var documentLines: [Int] = []
  /// A `DocumentRecord` for each document.
  var documents = StoredItems()
  /// The index of the source in the run's list.
  var source: Int

  init(worker: Int, source: Int) {
    self.worker = worker
    self.source = source
  }

  /// Creates an empty part with the capacity for as much as another contains, because most units
  /// have similar sizes.
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

/// Returns a capacity that is likely to suffice. It is limited to what a unit of a collection
/// needs, because few files are large.
private func roomy(_ count: Int) -> Int { min(count + count / 8, 1 << 19) }

/// The parts that a worker has read but not yet written.
struct HeldParts: Sendable {
  /// The parts of each unit, in the order of the units.
  private(set) var parts: [(ordinal: Int, byLanguage: [Language: PartialIndex])] = []
  /// The approximate size of the parts in memory, in bytes.
  private(set) var byteCount = 0
  /// The vocabularies of the worker, which are set when it has finished.
  var vocabularies: [Language: Vocabulary] = [:]

  mutating func append(_ parts: [Language: PartialIndex], ordinal: Int) {
    self.parts.append((ordinal, parts))
    byteCount += parts.values.reduce(0) { $0 + $1.byteCount }
  }

  /// Returns the contents of a segment for each language.
  ///
  /// - Parameters:
  ///   - held: The parts of each worker.
  ///   - sources: The record of each file.
  ///   - threads: The number of threads to use.
  ///   - isPiece: A Boolean value that indicates whether the segments will be merged with others.
  /// - Throws: `IndexingError.tooManyPassages` if a language has more passages than a segment can
  ///   contain.
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
      segments.append(
        (language, assembler.assemble(threads: threads, packing: isPiece ? .quick : .small)))
    }
    return segments
  }

  /// The same parts as if this worker were the only one.
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
  /// The approximate size of the part in memory, in bytes.
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
