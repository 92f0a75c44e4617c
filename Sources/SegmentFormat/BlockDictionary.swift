internal import CZstd

/// A zstd dictionary: what blocks of the same store often repeat, so that each can be small and yet
/// compress as a large one does. A block and its dictionary are told apart by nothing, so a store
/// keeps its own.
enum BlockDictionary {
  /// A dictionary pays for itself up to about a thirtieth of what it serves; beyond 64 KB, what it
  /// still saves is less than the memory it costs a reader.
  private static let share = 32
  private static let largest = 64 << 10
  /// Below this, training finds too little that repeats.
  private static let smallest = 4 << 10

  /// A dictionary for the items of a sample, the same for the same items; empty where there are too
  /// few.
  static func train(on sample: consuming BlockSample) -> [UInt8] {
    let capacity = min(sample.total / share, largest)
    guard capacity >= smallest else { return [] }
    sample.finish()
    let (bytes, sizes) = (sample.bytes, sample.sizes)
    // The cover algorithm's segment size and the length of the strings it counts: the best of a
    // dozen on English prose; within 1 % over 50…400 and 6…8.
    let parameters = ZDICT_fastCover_params_t(
      k: 100, d: 8, f: 20, steps: 0, nbThreads: 1, splitPoint: 1, accel: 1, shrinkDict: 0,
      shrinkDictMaxRegression: 0,
      zParams: ZDICT_params_t(
        compressionLevel: BlockStore.level, notificationLevel: 0, dictID: 0))
    return [UInt8](unsafeUninitializedCapacity: capacity) { out, count in
      let written = ZDICT_trainFromBuffer_fastCover(
        out.baseAddress, capacity, bytes, sizes, UInt32(sizes.count), parameters)
      count = ZDICT_isError(written) == 0 ? written : 0
    }
  }
}
