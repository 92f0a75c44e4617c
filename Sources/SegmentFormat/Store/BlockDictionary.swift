internal import CZstd

/// A zstd dictionary: strings that are frequent in the blocks of a store, so that small blocks
/// compress like large ones. Blocks do not name their dictionary; each store contains its own.
enum BlockDictionary {
  /// The size of the items, divided by the size of their dictionary: a dictionary pays for itself
  /// up to about a thirtieth of the items' size. Beyond 64 KB, it saves less than the memory that
  /// it costs a reader.
  private static let share = 32
  static let largest = 64 << 10
  /// The size in bytes below which training finds too little repetition.
  private static let smallest = 4 << 10

  /// Returns a dictionary for the items of a sample, or an empty one if there are too few items.
  /// The same items always give the same dictionary.
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

/// A sample of the items of a store, on which its dictionary is trained: every item, or every
/// second, fourth or eighth one, and so on. The step depends on the size of the items, which is
/// known only at the end.
public struct BlockSample {
  /// The size of all items, divided by the size of the sample. `sizes` limits the sample's size:
  /// the upper bound limits the time for training, and the lower bound suits the dictionary's size.
  private static let share = 16
  private static let sizes = 1 << 20...8 << 20

  /// The sampled items, concatenated, and their sizes.
  private(set) var bytes: [UInt8] = []
  private(set) var sizes: [Int] = []
  /// The number of bytes of all items.
  private(set) var total = 0
  private var count = 0
  private var step = 1

  public init() {}

  public mutating func add(_ item: UnsafeRawBufferPointer) {
    total += item.count
    defer { count += 1 }
    guard count.isMultiple(of: step), !item.isEmpty else { return }
    bytes.append(contentsOf: item)
    sizes.append(item.count)
    if bytes.count > BlockSample.sizes.upperBound { thin() }
  }

  /// Thins the sample to about its final size.
  mutating func finish() {
    let wanted = min(
      max(total / BlockSample.share, BlockSample.sizes.lowerBound), BlockSample.sizes.upperBound)
    // Above one and a half times the wanted size, half of the sample is closer to it.
    while bytes.count > wanted + wanted / 2, sizes.count > 1 { thin() }
  }

  /// Removes every second item.
  private mutating func thin() {
    step *= 2
    var start = 0
    var thinned: (bytes: [UInt8], sizes: [Int]) = ([], [])
    for (index, size) in sizes.enumerated() {
      if index.isMultiple(of: 2) {
        thinned.bytes += bytes[start..<start + size]
        thinned.sizes.append(size)
      }
      start += size
    }
    (bytes, sizes) = thinned
  }
}
