import Platform
import SegmentFormat

/// A store of documents or texts that is packed and waits in a scratch file.
struct MergedStore: @unchecked Sendable {
  // Unchecked: made by one thread, then handed to another.
  fileprivate let section: SegmentLayout.Section
  fileprivate var runs: [StoredBlocks] = []
  fileprivate let scratch: ScratchFile

  func write(to writer: inout SegmentWriter) throws {
    try writer.append(section, runs, from: scratch)
  }
}

extension SegmentMerger {
  /// Bytes that are packed between two visits of the scratch file.
  private static var runSize: Int { 1 << 20 }

  /// The block of an input that was unpacked last.
  private final class Cache {
    var blocks = BlockCache()
  }

  /// - Parameter progress: told how many passages are done.
  func mergeStores(_ progress: (Int) -> Void) throws -> [MergedStore] {
    let documents = try mergeStore(
      .documents, \.documents, { $0.documents.lowerBound..<$0.documents.upperBound }, { _ in })
    let text = try mergeStore(.text, \.text, { $0.passages }, progress)
    return [documents, text]
  }

  /// Packs the items of every run, in order.
  private func mergeStore(
    _ section: SegmentLayout.Section, _ store: KeyPath<SegmentFile, BlockStoreReader>,
    _ items: (MergeOrder.Run) -> Range<Int>, _ progress: (Int) -> Void
  ) throws -> MergedStore {
    var merged = MergedStore(section: section, scratch: try makeScratchFile())
    var writer = BlockStoreWriter()
    let caches = inputs.map { _ in Cache() }
    var done = 0
    var pending = 0
    func finishRun() throws {
      var run = writer.finishRun()
      try run.takeCompressed().withUnsafeBytes { try merged.scratch.write($0) }
      merged.runs.append(run)
      progress(done)
      pending = 0
      try pause()
    }
    for run in order.runs {
      let file = inputs[run.input].file
      let reader = file[keyPath: store]
      let cache = caches[run.input]
      for item in items(run) {
        do throws(FormatError) {
          try reader.withItem(item, cache: &cache.blocks) {
            writer.append($0)
            pending += $0.count
          }
        } catch {
          throw error.inSection(section.name).inFile(file.path)
        }
        done += 1
        if pending >= SegmentMerger.runSize { try finishRun() }
      }
    }
    try finishRun()
    return merged
  }
}
