import Bytes
internal import CZstd
public import Platform

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
  /// The file from which compressed blocks are copied, or nil if they are read where they are.
  private let file: MappedFile?
  private var copy = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  private var block = -1
  /// A copy of the store's dictionary, followed by the block. A match in a dictionary directly
  /// before the block is copied like any other match of the block, which takes half of the time.
  private var buffer = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  private var dictionarySize = 0
  /// The dictionary in `buffer`, in the form in which zstd reads it.
  private var dictionary: OpaquePointer?
  private var size = 0

  /// - Parameters:
  ///   - decompressor: The decompressor.
  ///   - file: The file that contains the store. If it can be copied from, compressed blocks are
  ///     not read from its mapped pages.
  public init(_ decompressor: Decompressor = Decompressor(), copyingFrom file: MappedFile? = nil) {
    self.decompressor = decompressor
    self.file = file.flatMap { $0.canCopy ? $0 : nil }
  }

  deinit {
    copy.deallocate()
    ZSTD_freeDDict(dictionary)
    buffer.deallocate()
  }

  /// The block's bytes.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: buffer[dictionarySize..<dictionarySize + size])
  }

  /// Decompresses block `index`, unless it is the block already in the cache.
  ///
  /// - Parameters:
  ///   - index: The number of the block.
  ///   - compressed: The compressed bytes of the block.
  ///   - dictionary: The store's dictionary, empty if it has none.
  ///   - offset: The offset of the block in the store, which errors report.
  mutating func load(
    _ index: Int, _ compressed: UnsafeRawBufferPointer, with dictionary: UnsafeRawBufferPointer,
    offset: Int
  ) throws(FormatError) {
    guard index != block else { return }
    block = -1
    var compressed = compressed
    if let file { compressed = copy(compressed, from: file) }
    var frame = ZSTD_frameHeader()
    let result = ZSTD_getFrameHeader_advanced(
      &frame, compressed.baseAddress, compressed.count, BlockStore.format)
    guard result == 0,
      frame.frameContentSize <= UInt64(compressed.count * BlockStore.largestRatio)
    else { throw FormatError(.malformed, offset: offset) }
    size = Int(frame.frameContentSize)
    if buffer.count - dictionarySize < size || buffer.isEmpty {
      try makeRoom(for: size, behind: dictionary)
    }
    let written = ZSTD_decompress_usingDDict(
      decompressor.context, buffer.baseAddress.map { $0 + dictionarySize }, size,
      compressed.baseAddress, compressed.count, self.dictionary)
    guard ZSTD_isError(written) == 0, written == size else {
      throw FormatError(.malformed, offset: offset)
    }
    block = index
  }

  /// Makes room for a block of `size` bytes behind the dictionary.
  private mutating func makeRoom(
    for size: Int, behind dictionary: UnsafeRawBufferPointer
  ) throws(FormatError) {
    ZSTD_freeDDict(self.dictionary)
    self.dictionary = nil
    buffer.deallocate()
    dictionarySize = dictionary.count
    buffer = .allocate(
      byteCount: dictionarySize + max(size, BlockStore.targetBlockSize * 2), alignment: 16)
    guard !dictionary.isEmpty else { return }
    buffer.copyMemory(from: dictionary)
    self.dictionary = ZSTD_createDDict_byReference(buffer.baseAddress, dictionarySize)
    guard self.dictionary != nil else { throw FormatError(.malformed) }
  }

  /// Returns a copy of a compressed block, or the block itself if it could not be copied.
  private mutating func copy(
    _ compressed: UnsafeRawBufferPointer, from file: MappedFile
  ) -> UnsafeRawBufferPointer {
    if copy.count < compressed.count {
      copy.deallocate()
      copy = .allocate(
        byteCount: max(compressed.count, BlockStore.targetBlockSize * 2), alignment: 1)
    }
    guard file.copy(compressed, to: copy) else { return compressed }
    return UnsafeRawBufferPointer(rebasing: copy[..<compressed.count])
  }
}
