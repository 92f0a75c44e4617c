internal import CZstd
import Platform

/// Byte strings (passage texts, document records) in zstd-compressed blocks, read by number.
///
///     u32 blocks │ blocks × (u64 end of the compressed block, u64 end of its items as stored)
///     │ column of the items' ends, counted over all blocks as stored │ compressed blocks
///
/// Items lie in the blocks in order and never cross from one into the next.
public enum BlockStore {
  /// A block is closed with the item that brings it to this many bytes: larger ones compress
  /// better, smaller ones are faster to take one passage out of.
  static let targetBlockSize = 32 << 10
  /// No block or item may claim more than this, so that damage cannot ask for absurd memory.
  static let largestBlock = 1 << 30
}

/// A run of finished blocks that a worker has compressed; runs are joined in the order of their
/// documents when the segment is written.
public struct StoredBlocks: Sendable {
  var compressed: [UInt8] = []
  /// For each block, the ends of its compressed bytes and of its items' bytes within this run.
  var blockEnds: [(compressed: Int, stored: Int)] = []
  var itemEnds: [Int] = []

  public init() {}

  public var itemCount: Int { itemEnds.count }
  /// What the run takes in memory, about.
  public var memoryByteCount: Int {
    compressed.capacity + itemEnds.capacity * MemoryLayout<Int>.stride + blockEnds.capacity * 16
  }

  /// Hands the compressed bytes over, to be written behind the directory.
  public mutating func takeCompressed() -> [UInt8] {
    defer { compressed = [] }
    return compressed
  }
}

/// Compresses items into blocks. One a thread.
public struct BlockStoreWriter: ~Copyable {
  private let context: OpaquePointer?
  private let level: Int32
  private var run = StoredBlocks()
  private var open: [UInt8] = []
  private var storedBefore = 0

  /// `level`: zstd's compression level, 1 (fastest) … 19.
  public init(level: Int32 = 3) {
    context = ZSTD_createCCtx()
    self.level = level
    open.reserveCapacity(BlockStore.targetBlockSize * 2)
  }

  deinit { ZSTD_freeCCtx(context) }

  public mutating func append(_ item: UnsafeRawBufferPointer) {
    open.append(contentsOf: item)
    run.itemEnds.append(storedBefore + open.count)
    if open.count >= BlockStore.targetBlockSize { closeBlock() }
  }

  /// Closes the open block and hands over what was compressed so far.
  public mutating func finishRun() -> StoredBlocks {
    if !open.isEmpty { closeBlock() }
    let finished = run
    run = StoredBlocks()
    storedBefore = 0
    return finished
  }

  private mutating func closeBlock() {
    let bound = ZSTD_compressBound(open.count)
    let start = run.compressed.count
    run.compressed.append(contentsOf: repeatElement(0, count: bound))
    let written = run.compressed.withUnsafeMutableBytes { out in
      open.withUnsafeBytes { block in
        ZSTD_compressCCtx(
          context, out.baseAddress.map { $0 + start }, bound, block.baseAddress, block.count, level)
      }
    }
    precondition(ZSTD_isError(written) == 0, "zstd cannot fail with a buffer of its own bound")
    run.compressed.removeLast(bound - written)
    storedBefore += open.count
    run.blockEnds.append((run.compressed.count, storedBefore))
    open.removeAll(keepingCapacity: true)
  }
}

extension BlockStore {
  /// The bytes of a store that holds the runs' items one after the other.
  static func encode(_ runs: [StoredBlocks]) -> [UInt8] {
    runs.reduce(into: directory(of: runs)) { $0 += $1.compressed }
  }

  /// What stands before the runs' compressed bytes.
  public static func directory(of runs: [StoredBlocks]) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(UInt32(runs.reduce(0) { $0 + $1.blockEnds.count }))
    var compressed = 0
    var stored = 0
    var ends: [UInt64] = []
    ends.reserveCapacity(runs.reduce(0) { $0 + $1.itemCount })
    for run in runs {
      for end in run.blockEnds {
        writer.append(UInt64(compressed + end.compressed))
        writer.append(UInt64(stored + end.stored))
      }
      for end in run.itemEnds { ends.append(UInt64(stored + end)) }
      compressed += run.blockEnds.last?.compressed ?? 0
      stored += run.blockEnds.last?.stored ?? 0
    }
    let column = Column.encode(ends)
    writer.append(UInt64(column.count))
    writer.append(column)
    return writer.bytes
  }
}

/// Takes items out of a store. The bytes have to outlive it.
public struct BlockStoreReader {
  private let bytes: UnsafeRawBufferPointer
  private let blockCount: Int
  private let ends: Column
  private let dataStart: Int

  public var count: Int { ends.count }

  public init(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
    self.bytes = bytes
    var reader = ByteReader(bytes)
    blockCount = Int(try reader.read(UInt32.self))
    _ = try reader.readBytes(blockCount * 16)
    let columnLength = try reader.read(UInt64.self)
    guard columnLength <= UInt64(reader.remaining) else {
      throw FormatError(.malformed, offset: reader.offset)
    }
    ends = try Column(try reader.readBytes(Int(columnLength)))
    dataStart = reader.offset
  }

  /// The bytes of item `index`, decompressed into `cache` unless its block is there already.
  public func withItem<R>(
    _ index: Int, cache: inout BlockCache, _ body: (UnsafeRawBufferPointer) -> R
  ) throws(FormatError) -> R {
    guard index >= 0, index < ends.count else { throw FormatError(.malformed) }
    let end = ends.position(at: index)
    let start = index == 0 ? 0 : ends.position(at: index - 1)
    // An empty item lies in no block: there may be none.
    if start == end { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    let block = blockIndex(reaching: end)
    guard block < blockCount, start < end else { throw FormatError(.malformed) }
    let blockStart = block == 0 ? (compressed: 0, stored: 0) : blockEnd(block - 1)
    let blockStop = blockEnd(block)
    guard start >= blockStart.stored, end <= blockStop.stored,
      blockStop.stored - blockStart.stored <= BlockStore.largestBlock,
      blockStart.compressed <= blockStop.compressed,
      blockStop.compressed <= bytes.count - dataStart
    else { throw FormatError(.malformed, offset: 4 + block * 16) }
    let from = dataStart + blockStart.compressed
    try cache.load(
      block, of: UnsafeRawBufferPointer(rebasing: bytes[from..<dataStart + blockStop.compressed]),
      size: blockStop.stored - blockStart.stored, offset: from)
    return cache.buffer.withUnsafeBytes { buffer in
      body(
        UnsafeRawBufferPointer(
          rebasing: buffer[(start - blockStart.stored)..<(end - blockStart.stored)]))
    }
  }

  /// Asks for the block of item `index` to be read from disk; nothing where there is no such item.
  public func prefetchItem(_ index: Int) {
    guard index >= 0, index < ends.count else { return }
    let block = blockIndex(reaching: ends.position(at: index))
    guard block < blockCount else { return }
    let start = block == 0 ? 0 : blockEnd(block - 1).compressed
    let end = blockEnd(block).compressed
    guard start <= end, end <= bytes.count - dataStart else { return }
    prefetch(UnsafeRawBufferPointer(rebasing: bytes[(dataStart + start)..<(dataStart + end)]))
  }

  private func blockEnd(_ block: Int) -> (compressed: Int, stored: Int) {
    let at = 4 + block * 16
    let compressed = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    let stored = bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)
    return (
      Int(UInt64(littleEndian: compressed) & (1 << 56 - 1)),
      Int(UInt64(littleEndian: stored) & (1 << 56 - 1))
    )
  }

  /// The first block that ends at or after `end`.
  private func blockIndex(reaching end: Int) -> Int {
    var low = 0
    var high = blockCount
    while low < high {
      let middle = (low + high) / 2
      if blockEnd(middle).stored < end { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The block that was decompressed last, with its decompressor: one for each thread and store.
public struct BlockCache: ~Copyable {
  private let context: OpaquePointer?
  private var block = -1
  fileprivate var buffer: [UInt8] = []

  public init() { context = ZSTD_createDCtx() }

  deinit { ZSTD_freeDCtx(context) }

  fileprivate mutating func load(
    _ index: Int, of compressed: UnsafeRawBufferPointer, size: Int, offset: Int
  ) throws(FormatError) {
    guard index != block else { return }
    block = -1
    // The frame says its size too, so that a damaged directory asks for no absurd memory.
    guard ZSTD_getFrameContentSize(compressed.baseAddress, compressed.count) == UInt64(size) else {
      throw FormatError(.malformed, offset: offset)
    }
    if buffer.count < size {
      buffer = [UInt8](repeating: 0, count: max(size, BlockStore.targetBlockSize * 2))
    }
    let written = buffer.withUnsafeMutableBytes { out in
      ZSTD_decompressDCtx(
        context, out.baseAddress, size, compressed.baseAddress, compressed.count)
    }
    guard ZSTD_isError(written) == 0, written == size else {
      throw FormatError(.malformed, offset: offset)
    }
    block = index
  }
}
