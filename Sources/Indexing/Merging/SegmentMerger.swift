import Bytes
import Model
import Platform
import SegmentFormat
import TextAnalysis

/// Joins segments of one language into one, without what is deleted, as if their documents had been
/// indexed together. Nothing is analysed again: postings are numbered anew, texts packed anew.
///
/// What it holds in memory is the dictionary, a term's postings, a block of text for each input and
/// a few bytes for each passage.
struct SegmentMerger: @unchecked Sendable {
  // Unchecked: segments are mapped bytes that never change.
  let language: Language
  let inputs: [MergeInput]
  let order: MergeOrder
  /// The outcome is soon to be joined with others.
  let isPiece: Bool
  /// Where scratch files are made.
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

  /// Writes the joined segment.
  ///
  /// - Parameters:
  ///   - threads: with two or more, texts are packed while terms are joined.
  ///   - progress: told how many passages are done, from any thread.
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

  /// Everything but the stores.
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

  /// To be asked between two pieces of work.
  func pause() throws(IndexingError) {
    pages.trim()
    if isCancelled() { throw .interrupted }
  }
}
