import Bytes
import Model
import Platform
import SegmentFormat
import TextAnalysis

/// Merges segments of one language into one segment without deleted passages, as if their documents
/// had been indexed together. No text is analysed again: postings are renumbered, and texts are
/// recompressed.
///
/// The merger keeps in memory the dictionary, the postings of one term, a block of text for each
/// input, and a few bytes for each passage.
struct SegmentMerger: @unchecked Sendable {
  // Unchecked, because segments are immutable mapped bytes.
  let language: Language
  let inputs: [MergeInput]
  let order: MergeOrder
  /// A Boolean value that indicates whether the result will be merged with others.
  let isPiece: Bool
  /// The folder for scratch files.
  private let folder: String
  let pages: InputPages
  private let isCancelled: @Sendable () -> Bool

  init(
    _ language: Language, _ inputs: [MergeInput], isPiece: Bool, scratchIn folder: String,
    mappedLimit: Int, isCancelled: @escaping @Sendable () -> Bool
  ) throws(IndexingError) {
    self.language = language
    self.inputs = inputs
    self.isPiece = isPiece
    self.folder = folder
    self.isCancelled = isCancelled
    pages = InputPages(inputs: inputs, limit: mappedLimit)
    do throws(FormatError) { order = try MergeOrder(pages) } catch { throw .format(error) }
    guard order.passageCount <= SegmentLayout.largestPassageCount else {
      throw .tooManyPassages(order.passageCount)
    }
  }

  var properties: SegmentLayout.Properties {
    SegmentLayout.Properties(
      language: language.rawValue, fingerprint: Analyzer.fingerprint(of: language),
      passageCount: order.passageCount, documentCount: order.documentCount,
      totalLength: inputs.reduce(0) { $0 + $1.totalLength })
  }

  /// Writes the merged segment.
  ///
  /// - Parameters:
  ///   - writer: The writer of the merged segment.
  ///   - threads: The number of threads to use. With two or more, texts are compressed while terms
  ///     are merged.
  ///   - progress: A closure that receives the number of passages done so far. It is called from
  ///     any thread.
  /// - Throws: `FileError` or `FormatError` if writing or reading fails, and
  ///   `IndexingError.interrupted` if the run is cancelled.
  func write(
    to writer: inout SegmentWriter, threads: Int, progress: @escaping @Sendable (Int) -> Void
  ) throws {
    let sources = try usedSources()
    let (stores, written) = inParallel(threads: threads) {
      Result { try mergeStores(progress) }
    } and: {
      Result { try writeIndex(to: &writer, sources) }
    }
    try written.get()
    for store in try stores.get() { try store.write(to: &writer) }
    try writer.append(.sources, sources.records)
    try writer.finish()
  }

  /// Writes all sections but the stores.
  private func writeIndex(to writer: inout SegmentWriter, _ sources: UsedSources) throws {
    try writer.append(.properties, properties)
    let lengthCodes = codes { $0.lengthCodes[$1] }
    try TermMerger(self, lengthCodes: lengthCodes).write(to: &writer)
    try writer.append(.lengths, lengthCodes)
    try writer.append(.vectorLengths, codes { $0.vectorLengthCode(ofPassage: $1) })
    try writeColumns(&writer)
    try writeDocuments(&writer, sources)
  }

  func makeScratchFile() throws(FileError) -> ScratchFile { try ScratchFile(in: folder) }

  /// Releases pages if necessary, and throws `interrupted` if the run is cancelled. It is called
  /// between pieces of work.
  func pause() throws(IndexingError) {
    pages.trim()
    if isCancelled() { throw .interrupted }
  }
}
