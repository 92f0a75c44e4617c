public import Bytes
internal import CZstd
import Platform

/// A store of byte strings (passage texts, document records) in zstd-compressed blocks, which are
/// read by number.
///
///     dictionary │ blocks │ column of the blocks' ends, counted from the first block
///     │ column of the items up to each block's end
///     │ u32 bytes of the dictionary │ u32 bytes of the first column │ u32 bytes of the second
///
/// A block is a zstd frame without its magic number (0.5 % of an index; see <doc:Packings>). It
/// contains whole items, in their order:
///
///     u8 bytes of a size (1, 2, 4) │ sizes of all items but the last │ the items
///
/// ```swift
/// var items = StoredItems()
/// Array("One passage.".utf8).withUnsafeBytes { items.append($0) }
/// let bytes = BlockStore.encode([items])
/// ```
public enum BlockStore {
  /// The size at which a block is closed, in bytes before compression. Larger blocks compress
  /// better; from smaller ones, a single passage is read faster. With 4 KB, the texts of 40,000
  /// passages are 3.6 % smaller, and reading one takes three times as long.
  static let targetBlockSize = 1 << 10
  /// The greatest number of items in a block. A reader of small items wants one of them, not
  /// thirty.
  static let mostItems = 8
  /// The greatest expansion of a zstd frame (128 KB of one repeated byte take four bytes). The
  /// limit keeps damaged bytes from requesting absurd amounts of memory.
  static let largestRatio = 1 << 15
  /// The compression level of zstd, from 1 (fastest) to 19.
  static let level: Int32 = 3

  /// The aim of packing a store.
  public enum Packing: Sendable {
    /// The size, since the store is kept.
    case small
    /// The time, since the store will soon be merged with others.
    case quick
    /// The time of packing and of reading a few items, since the store serves a single question. The
    /// blocks hardly shrink.
    case instant

    /// The compression level.
    fileprivate var level: Int32 {
      switch self {
      case .small: BlockStore.level
      case .quick: 1
      case .instant: ZSTD_minCLevel()
      }
    }
  }

  /// The parameters of the level, with larger hash tables than zstd chooses for a small dictionary:
  /// texts are 1.1 % smaller, and packing takes 5 % longer.
  static let parameters = ZSTD_compressionParameters(
    windowLog: 17, chainLog: 17, hashLog: 18, searchLog: 1, minMatch: 5, targetLength: 0,
    strategy: ZSTD_dfast)
  static let format = ZSTD_f_zstd1_magicless
  static let tailSize = 12

  /// Returns the bytes of a store that contains the items of all runs.
  ///
  /// - Parameters:
  ///   - runs: The runs of items, in the order of the store.
  ///   - packing: The aim of packing the store.
  /// - Complexity: O(*n*), where *n* is the size of the items in bytes.
  public static func encode(_ runs: [StoredItems], _ packing: Packing = .small) -> [UInt8] {
    var writer: BlockStoreWriter
    if packing != .small {
      writer = BlockStoreWriter(packing)
    } else {
      var sample = BlockSample()
      for run in runs { run.forEachItem { sample.add($0) } }
      writer = BlockStoreWriter(trainedOn: sample)
    }
    for run in runs { run.forEachItem { writer.append($0) } }
    return writer.finish()
  }
}

/// Compresses items into blocks, one after the other.
public struct BlockStoreWriter: ~Copyable {
  private let context = ZSTD_createCCtx()
  private let digested: OpaquePointer?
  private let dictionarySize: Int
  /// The bytes that can be drained. The dictionary comes first.
  private var bytes: [UInt8]
  /// The number of bytes drained so far.
  private var drained = 0
  /// The items of the open block, concatenated.
  private var items: [UInt8] = []
  private var sizes: [Int] = []
  private var itemCount: UInt64 = 0
  private var blockEnds: [UInt64] = []
  private var itemCounts: [UInt64] = []

  /// - Parameter sample: A sample of the items that will be appended.
  public init(trainedOn sample: BlockSample) {
    self.init(dictionary: BlockDictionary.train(on: sample))
  }

  /// Creates a writer for a store without a dictionary.
  public init(_ packing: BlockStore.Packing) {
    self.init(dictionary: [], level: packing.level)
  }

  /// - Parameter dictionary: The dictionary, empty for none.
  init(dictionary: [UInt8], level: Int32 = BlockStore.level) {
    dictionarySize = dictionary.count
    bytes = dictionary
    digested =
      dictionary.isEmpty
      ? nil
      : ZSTD_createCDict_advanced(
        dictionary, dictionary.count, ZSTD_dlm_byCopy, ZSTD_dct_auto, BlockStore.parameters,
        ZSTD_customMem())
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
    ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0)
    ZSTD_CCtx_setParameter(
      context, tanya_zstd_compression_format, Int32(BlockStore.format.rawValue))
    ZSTD_CCtx_refCDict(context, digested)
  }

  deinit {
    ZSTD_freeCCtx(context)
    ZSTD_freeCDict(digested)
  }

  /// The number of bytes that can be drained.
  public var pendingByteCount: Int { bytes.count }

  public mutating func append(_ item: UnsafeRawBufferPointer) {
    items.append(contentsOf: item)
    sizes.append(item.count)
    if items.count >= BlockStore.targetBlockSize || sizes.count >= BlockStore.mostItems {
      closeBlock()
    }
  }

  /// Returns the bytes written since the last call.
  public mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    drained += bytes.count
    return bytes
  }

  /// Returns the rest of the store's bytes. Nothing may be appended afterwards.
  public mutating func finish() -> [UInt8] {
    if !sizes.isEmpty { closeBlock() }
    let columns = (Column.encode(blockEnds), Column.encode(itemCounts))
    var tail = ByteWriter()
    tail.append(columns.0)
    tail.append(columns.1)
    tail.append(UInt32(dictionarySize))
    tail.append(UInt32(columns.0.count))
    tail.append(UInt32(columns.1.count))
    return drain() + tail.bytes
  }

  private mutating func closeBlock() {
    var block = ByteWriter()
    let largest = sizes.dropLast().max() ?? 0
    let width = largest <= UInt8.max ? 1 : largest <= UInt16.max ? 2 : 4
    block.append(UInt8(width))
    for size in sizes.dropLast() {
      switch width {
      case 1: block.append(UInt8(size))
      case 2: block.append(UInt16(size))
      default: block.append(UInt32(size))
      }
    }
    block.append(items)
    let bound = ZSTD_compressBound(block.count)
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: bound))
    let written = bytes.withUnsafeMutableBytes { out in
      ZSTD_compress2(
        context, out.baseAddress.map { $0 + start }, bound, block.bytes, block.count)
    }
    precondition(ZSTD_isError(written) == 0, "zstd cannot fail with a buffer of its own bound")
    bytes.removeLast(bound - written)
    itemCount += UInt64(sizes.count)
    blockEnds.append(UInt64(drained + bytes.count - dictionarySize))
    itemCounts.append(itemCount)
    items.removeAll(keepingCapacity: true)
    sizes.removeAll(keepingCapacity: true)
  }
}

/// Reads items from a block store.
///
/// - Important: The bytes must outlive the reader.
public struct BlockStoreReader {
  private let dictionary: UnsafeRawBufferPointer
  private let blocks: UnsafeRawBufferPointer
  private let blockEnds: Column
  private let itemCounts: Column

  /// The number of items.
  public let count: Int

  public init(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
    let tail = bytes.count - BlockStore.tailSize
    guard tail >= 0 else {
      throw FormatError(.truncated(expected: BlockStore.tailSize, found: bytes.count))
    }
    var reader = ByteReader(bytes, at: tail)
    let dictionarySize = Int(try reader.read(UInt32.self))
    let endsSize = Int(try reader.read(UInt32.self))
    let countsSize = Int(try reader.read(UInt32.self))
    let blocksSize = tail - dictionarySize - endsSize - countsSize
    guard blocksSize >= 0, dictionarySize <= BlockDictionary.largest else {
      throw FormatError(.malformed, offset: tail)
    }
    reader = ByteReader(bytes)
    dictionary = try reader.readBytes(dictionarySize)
    blocks = try reader.readBytes(blocksSize)
    blockEnds = try Column(try reader.readBytes(endsSize))
    itemCounts = try Column(try reader.readBytes(countsSize))
    guard blockEnds.count == itemCounts.count else {
      throw FormatError(.malformed, offset: tail)
    }
    count = itemCounts.count == 0 ? 0 : itemCounts.position(at: itemCounts.count - 1)
    guard count <= SegmentLayout.largestPassageCount else {
      throw FormatError(.malformed, offset: tail)
    }
  }

  /// Calls `body` with the bytes of item `index`, whose block is decompressed into `cache` unless
  /// it is there already.
  ///
  /// - Parameters:
  ///   - index: The number of the item, from 0.
  ///   - cache: The cache, which must be used for this store only.
  ///   - body: A closure that receives the bytes of the item, which are valid only during the call.
  /// - Throws: `FormatError` if there is no such item, or if its block is damaged.
  public func withItem<R>(
    _ index: Int, cache: inout BlockCache, _ body: (UnsafeRawBufferPointer) -> R
  ) throws(FormatError) -> R {
    guard index >= 0, index < count else { throw FormatError(.malformed) }
    let block = block(holding: index)
    let first = block == 0 ? 0 : itemCounts.position(at: block - 1)
    let limit = itemCounts.position(at: block)
    guard first <= index, index < limit, limit <= count else { throw FormatError(.malformed) }
    let range = try range(of: block)
    try cache.load(
      block, UnsafeRawBufferPointer(rebasing: blocks[range]), with: dictionary,
      offset: dictionary.count + range.lowerBound)
    return body(try item(index - first, of: limit - first, in: cache.bytes))
  }

  /// Asks the system to read the dictionary and the directory of blocks from disk.
  func prefetchDirectory() {
    prefetch(dictionary)
    blockEnds.prefetch()
    itemCounts.prefetch()
  }

  /// Asks the system to read the block of item `index` from disk, if there is such an item.
  public func prefetchItem(_ index: Int) {
    guard index >= 0, index < count, let range = try? range(of: block(holding: index)) else {
      return
    }
    prefetch(UnsafeRawBufferPointer(rebasing: blocks[range]))
  }

  private func range(of block: Int) throws(FormatError) -> Range<Int> {
    let start = block == 0 ? 0 : blockEnds.position(at: block - 1)
    let end = blockEnds.position(at: block)
    guard start <= end, end <= blocks.count else { throw FormatError(.malformed) }
    return start..<end
  }

  /// Returns the number of the block that contains item `index`.
  private func block(holding index: Int) -> Int {
    var low = 0
    var high = itemCounts.count - 1
    // Items are spread evenly, so the block is near the place that their number suggests. Looking
    // around it touches less memory than beginning in the middle of all blocks.
    let guess = min(Int(Double(index) / Double(count) * Double(high + 1)), high)
    var step = 4
    if itemCounts.position(at: guess) <= index {
      low = min(guess + 1, high)
      while low + step < high, itemCounts.position(at: low + step) <= index {
        low += step + 1
        step *= 2
      }
      high = min(low + step, high)
    } else {
      high = guess
      while high - step > low, itemCounts.position(at: high - step) > index {
        high -= step
        step *= 2
      }
      low = max(high - step, low)
    }
    while low < high {
      let middle = (low + high) / 2
      if itemCounts.position(at: middle) <= index { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Returns item `index` of a block of `count` items.
  private func item(
    _ index: Int, of count: Int, in block: UnsafeRawBufferPointer
  ) throws(FormatError) -> UnsafeRawBufferPointer {
    var reader = ByteReader(block)
    let width = Int(try reader.read(UInt8.self))
    let sizes = try reader.readBytes((count - 1) * width)
    let place: (before: Int, size: Int?)
    switch width {
    case 1: place = self.place(of: index, in: sizes, UInt8.self)
    case 2: place = self.place(of: index, in: sizes, UInt16.self)
    case 4: place = self.place(of: index, in: sizes, UInt32.self)
    default: throw FormatError(.malformed)
    }
    _ = try reader.readBytes(place.before)
    return try reader.readBytes(place.size ?? reader.remaining)
  }

  /// Returns the number of bytes before an item and the size of the item, which is nil for the last
  /// item, because that takes the rest of the block.
  @inline(__always)
  private func place<Size: FixedWidthInteger & UnsignedInteger>(
    of index: Int, in sizes: UnsafeRawBufferPointer, _ type: Size.Type
  ) -> (before: Int, size: Int?) {
    func size(_ index: Int) -> Int {
      let offset = index &* MemoryLayout<Size>.size
      return Int(
        truncatingIfNeeded: Size(
          littleEndian: sizes.loadUnaligned(fromByteOffset: offset, as: Size.self)))
    }
    var before = 0
    for earlier in 0..<index { before &+= size(earlier) }
    return (before, (index &+ 1) &* MemoryLayout<Size>.size > sizes.count ? nil : size(index))
  }
}

/// A list of byte strings for a `BlockStore`. When the segment is written, the items of several
/// workers are combined in the order of their documents.
public struct StoredItems: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []

  public init() {}

  public var count: Int { ends.count }
  public var byteCount: Int { bytes.count }

  public mutating func append(_ item: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: item)
    ends.append(bytes.count)
  }

  /// Reserves capacity for about as many items and bytes as `other` has, up to two megabytes.
  public mutating func reserveCapacity(like other: StoredItems) {
    bytes.reserveCapacity(min(other.byteCount + other.byteCount / 8, 2 << 20))
    ends.reserveCapacity(min(other.count + other.count / 8, 1 << 16))
  }

  /// The approximate number of bytes that the items take in memory.
  public var memoryByteCount: Int { bytes.capacity + ends.capacity * MemoryLayout<Int>.stride }

  func forEachItem(_ body: (UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { bytes in
      var start = 0
      for end in ends {
        body(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        start = end
      }
    }
  }
}
