import Bytes
import Platform
import SegmentFormat

/// A compressed store of documents or texts in a scratch file.
struct MergedStore: @unchecked Sendable {
  // Unchecked, because one thread creates the store and then passes it to another.
  fileprivate let section: SegmentLayout.Section
  fileprivate let scratch: ScratchFile

  func write(to writer: inout SegmentWriter) throws { try writer.append(section, scratch) }

  fileprivate func write(_ bytes: [UInt8]) throws(FileError) {
    try bytes.withBytes { bytes throws(FileError) in try scratch.write(bytes) }
  }
}

extension SegmentMerger {
  /// The approximate number of bytes to write at a time.
  private static var pieceSize: Int { 1 << 18 }
  /// The number of items between two calls of `pause`.
  private static var pauseAfter: Int { 1 << 11 }

  /// The most recently decompressed block of an input.
  private final class Cache {
    var blocks: BlockCache
    init(_ decompressor: Decompressor) { blocks = BlockCache(decompressor) }
  }

  /// Merges the stores of documents and texts.
  ///
  /// - Parameter progress: A closure that receives the number of passages done so far.
  func mergeStores(_ progress: (Int) -> Void) throws -> [MergedStore] {
    let documents = try mergeStore(.documents, \.documents, { $0.documents }, { _ in })
    // The texts are read twice if a dictionary is trained on them.
    let passes = isPiece ? 1 : 2
    let text = try mergeStore(.text, \.text, { $0.passages }, { progress($0 / passes) })
    return [documents, text]
  }

  /// Compresses the items of all runs, in order, into a scratch file.
  private func mergeStore(
    _ section: SegmentLayout.Section, _ store: KeyPath<SegmentFile, BlockStoreReader>,
    _ items: (MergeOrder.Run) -> Range<Int>, _ progress: (Int) -> Void
  ) throws -> MergedStore {
    let merged = MergedStore(section: section, scratch: try makeScratchFile())
    let decompressor = Decompressor()
    let caches = inputs.map { _ in Cache(decompressor) }
    var done = 0
    var failure: FileError?
    func forEachItem(_ body: (UnsafeRawBufferPointer) -> Void) throws {
      for run in order.runs {
        let file = inputs[run.input].file
        for item in items(run) {
          do throws(FormatError) {
            try file[keyPath: store].withItem(item, cache: &caches[run.input].blocks, body)
          } catch {
            throw error.inSection(section.name).inFile(file.path)
          }
          done += 1
          guard done.isMultiple(of: SegmentMerger.pauseAfter) else { continue }
          if let failure { throw failure }
          progress(done)
          try pause()
        }
      }
    }
    var writer: BlockStoreWriter
    if isPiece {
      writer = BlockStoreWriter(.quick)
    } else {
      var sample = BlockSample()
      try forEachItem { sample.add($0) }
      writer = BlockStoreWriter(trainedOn: sample)
    }
    try forEachItem {
      writer.append($0)
      guard writer.pendingByteCount >= SegmentMerger.pieceSize, failure == nil else { return }
      do throws(FileError) { try merged.write(writer.drain()) } catch { failure = error }
    }
    if let failure { throw failure }
    try merged.write(writer.finish())
    return merged
  }
}
