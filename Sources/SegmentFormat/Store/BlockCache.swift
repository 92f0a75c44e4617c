import Bytes
internal import CZstd

/// The memory that zstd needs for decompression, about 160 KB. One thread can use it for any number
/// of stores.
public final class Decompressor {
  fileprivate let context = ZSTD_createDCtx()

  public init() {
    ZSTD_DCtx_setParameter(
      context, tanya_zstd_decompression_format, Int32(BlockStore.format.rawValue))
  }

  deinit { ZSTD_freeDCtx(context) }
}

/// The most recently decompressed block of a store. Each thread has one for each store.
public struct BlockCache: ~Copyable {
  private let decompressor: Decompressor
  /// Created with the first block, because most stores of an index are never read.
  private var dictionary: OpaquePointer?
  private var block = -1
  private var buffer = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  private var size = 0

  public init(_ decompressor: Decompressor = Decompressor()) { self.decompressor = decompressor }

  deinit {
    ZSTD_freeDDict(dictionary)
    buffer.deallocate()
  }

  /// The block's bytes.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: buffer[..<size]) }

  /// Decompresses block `index`, unless it is the block already in the cache.
  ///
  /// - Parameters:
  ///   - index: The number of the block.
  ///   - compressed: The compressed bytes of the block.
  ///   - dictionary: The store's dictionary, empty if it has none. It must outlive the cache.
  ///   - offset: The offset of the block in the store, which errors report.
  mutating func load(
    _ index: Int, _ compressed: UnsafeRawBufferPointer, with dictionary: UnsafeRawBufferPointer,
    offset: Int
  ) throws(FormatError) {
    guard index != block else { return }
    block = -1
    var frame = ZSTD_frameHeader()
    let result = ZSTD_getFrameHeader_advanced(
      &frame, compressed.baseAddress, compressed.count, BlockStore.format)
    guard result == 0,
      frame.frameContentSize <= UInt64(compressed.count * BlockStore.largestRatio)
    else { throw FormatError(.malformed, offset: offset) }
    size = Int(frame.frameContentSize)
    if buffer.count < size {
      buffer.deallocate()
      buffer = .allocate(
        byteCount: max(size, BlockStore.targetBlockSize * 2), alignment: 1)
    }
    if self.dictionary == nil, !dictionary.isEmpty {
      self.dictionary = ZSTD_createDDict_byReference(dictionary.baseAddress, dictionary.count)
      guard self.dictionary != nil else { throw FormatError(.malformed) }
    }
    let written = ZSTD_decompress_usingDDict(
      decompressor.context, buffer.baseAddress, size, compressed.baseAddress, compressed.count,
      self.dictionary)
    guard ZSTD_isError(written) == 0, written == size else {
      throw FormatError(.malformed, offset: offset)
    }
    block = index
  }
}
