import Model
import SegmentFormat
import TextAnalysis

/// What one worker has read and not yet written.
struct HeldParts: Sendable {
  /// In the order of their units.
  private(set) var parts: [(ordinal: Int, byLanguage: [Language: PartialIndex])] = []
  /// What the parts take in memory, about.
  private(set) var byteCount = 0
  /// Set when the worker is done.
  var vocabularies: [Language: Vocabulary] = [:]

  mutating func append(_ parts: [Language: PartialIndex], ordinal: Int) {
    self.parts.append((ordinal, parts))
    byteCount += parts.values.reduce(0) { $0 + $1.byteCount }
  }

  /// The contents of a segment for each language.
  ///
  /// - Parameters:
  ///   - held: by worker.
  ///   - sources: by index of the file.
  ///   - isPiece: they are soon to be joined with others.
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

  /// The same as the parts of the only worker.
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
  /// What the part takes in memory, about.
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
