public import Bytes
import Platform

/// The entry of a term in the dictionary.
public struct TermEntry: Hashable, Sendable {
  public enum Postings: Hashable, Sendable {
    /// The only posting, stored in the dictionary itself.
    case single(passage: UInt32, frequency: UInt8)
    /// The location of the list in the postings section, in bytes.
    case list(offset: Int, length: Int)
  }

  /// The number of passages that contain the term, at least 1.
  public var documentFrequency: Int
  public var postings: Postings
  /// A Boolean value that indicates whether this stem occurs in a single surface form only, which
  /// is spelled like the stem. Such a surface form has no entry of its own.
  public var isUniform: Bool

  public init(documentFrequency: Int, postings: Postings, isUniform: Bool = false) {
    self.documentFrequency = documentFrequency
    self.postings = postings
    self.isUniform = isUniform
  }
}

/// The postings of one term: passages in ascending order with the term's frequency in each, in
/// blocks of 128.
///
/// A list of fewer than 128 postings:
///
///     u16 widths │ u8 greatest frequency │ u8 least length code │ gaps │ frequencies
///
/// A longer list begins with a directory, which allows whole blocks to be skipped. The last block
/// may be short:
///
///     blocks × (u32 last passage, u32 end of the block's data, u16 widths,
///               u8 greatest frequency, u8 least length code) │ blocks × (gaps, frequencies)
///
/// Gaps and frequencies are packed by `PatchedPacking`, with `PackedWidths`. A gap is the distance
/// from the previous passage, less one; the first is counted from −1. A frequency is stored less
/// one and is at most 255. The greatest frequency and the least length bound every score in the
/// block for any weighting that grows with the frequency and falls with the length.
///
/// ```swift
/// let list = try PostingList(entry, in: segment.postings, passageCount: passageCount)
/// for block in 0..<list.blockCount {
///   guard let frequencies = list.unpackPassages(ofBlock: block, into: passages) else { break }
///   for slot in 0..<list.postingCount(ofBlock: block) {
///     print(passages[slot], frequencies.frequency(at: slot))
///   }
/// }
/// ```
public struct PostingList {
  public static let blockSize = BitPacking.blockSize
  static let shortHeaderSize = 4
  static let directoryEntrySize = 12
  /// The number of zero bytes after the last list, which allow a tail to be read eight bytes at a
  /// time.
  static let padding = 16

  /// The bounds of a block's postings, as the directory stores them.
  public struct BlockBound: Sendable, Hashable {
    /// The last passage of the block, or the last passage of the segment if the list is short.
    public var lastPassage: UInt32
    public var greatestFrequency: UInt8
    public var leastLengthCode: UInt8
  }

  public let documentFrequency: Int
  public let blockCount: Int
  /// The first byte of the list, or nil for a single posting, which the dictionary stores.
  private let base: UnsafeRawPointer?
  private let length: Int
  private let lastPassage: UInt32
  private let single: (passage: UInt32, frequency: UInt8)
  /// A Boolean value that indicates whether the list has fewer than 128 postings and no directory.
  private let isShort: Bool
  /// Passages and frequencies that were never packed, or nil for a list of the postings section.
  private let unpacked: UnpackedPostings.Storage?

  /// - Parameters:
  ///   - entry: The term's entry in the dictionary.
  ///   - section: The postings section, which must outlive the list.
  ///   - passageCount: The number of passages in the segment.
  public init(
    _ entry: TermEntry, in section: UnsafeRawBufferPointer, passageCount: Int
  ) throws(FormatError) {
    documentFrequency = entry.documentFrequency
    blockCount = (documentFrequency + BitPacking.blockSize - 1) / BitPacking.blockSize
    guard documentFrequency > 0, documentFrequency <= passageCount else {
      throw FormatError(.malformed)
    }
    lastPassage = UInt32(passageCount - 1)
    isShort = documentFrequency < BitPacking.blockSize
    unpacked = nil
    switch entry.postings {
    case .single(let passage, let frequency):
      guard documentFrequency == 1, Int(passage) < passageCount, frequency > 0 else {
        throw FormatError(.malformed)
      }
      single = (passage, frequency)
      base = nil
      length = 0
    case .list(let offset, let length):
      let header =
        isShort ? PostingList.shortHeaderSize : blockCount * PostingList.directoryEntrySize
      guard offset >= 0, length >= header, offset <= section.count - PostingList.padding,
        length <= section.count - PostingList.padding - offset
      else { throw FormatError(.malformed, offset: offset) }
      single = (0, 0)
      base = section.baseAddress.map { $0 + offset }
      self.length = length
    }
  }

  /// - Parameter postings: The postings, which must outlive the list.
  public init(_ postings: UnpackedPostings) {
    documentFrequency = postings.count
    blockCount = postings.blockCount
    base = UnsafeRawPointer(postings.directory)
    length = 0
    lastPassage = 0
    single = (0, 0)
    isShort = false
    unpacked = postings.storage
  }

  /// Asks the system to read the list from disk.
  public func prefetch() {
    Platform.prefetch(UnsafeRawBufferPointer(start: base, count: length))
  }

  @inline(__always)
  public func postingCount(ofBlock block: Int) -> Int {
    min(BitPacking.blockSize, documentFrequency &- block &* BitPacking.blockSize)
  }

  /// Returns the bounds of block `block`, which must be in `0..<blockCount`.
  @inline(__always)
  public func bound(ofBlock block: Int) -> BlockBound {
    guard let base else {
      return BlockBound(
        lastPassage: single.passage, greatestFrequency: single.frequency, leastLengthCode: 0)
    }
    if isShort {
      return BlockBound(
        lastPassage: lastPassage,
        greatestFrequency: base.load(fromByteOffset: 2, as: UInt8.self),
        leastLengthCode: base.load(fromByteOffset: 3, as: UInt8.self))
    }
    let entry = base + block &* PostingList.directoryEntrySize
    return BlockBound(
      lastPassage: UInt32(littleEndian: entry.loadUnaligned(as: UInt32.self)),
      greatestFrequency: entry.load(fromByteOffset: 10, as: UInt8.self),
      leastLengthCode: entry.load(fromByteOffset: 11, as: UInt8.self))
  }

  @inline(__always)
  public func lastPassage(ofBlock block: Int) -> UInt32 {
    guard let base, !isShort else { return bound(ofBlock: block).lastPassage }
    return UInt32(
      littleEndian: base.loadUnaligned(
        fromByteOffset: block &* PostingList.directoryEntrySize, as: UInt32.self))
  }

  /// Unpacks the passages of a block in ascending order into `passages`, which has room for 128.
  /// Returns the location of the block's frequencies, or nil if the bytes are damaged.
  ///
  /// Unless the result is nil, every passage is below the segment's passage count, whatever the
  /// bytes are.
  @inline(__always)
  public func unpackPassages(
    ofBlock block: Int, into passages: UnsafeMutablePointer<UInt32>
  ) -> Frequencies? {
    guard let base else {
      passages[0] = single.passage
      return Frequencies(.single(single.frequency))
    }
    let count = postingCount(ofBlock: block)
    if let unpacked {
      let first = block &* BitPacking.blockSize
      unpacked.unpack(
        first, count: count, from: block > 0 ? lastPassage(ofBlock: block &- 1) &+ 1 : 0,
        into: passages)
      return Frequencies(
        .unpacked(
          UnsafeBufferPointer(start: unpacked.frequencies + first, count: count),
          greatest: bound(ofBlock: block).greatestFrequency))
    }
    let widths: PackedWidths
    let source: UnsafeRawPointer
    let available: Int
    var previous: UInt32 = .max
    var last = lastPassage
    if isShort {
      widths = PackedWidths(reading: base)
      source = base + PostingList.shortHeaderSize
      available = length - PostingList.shortHeaderSize
    } else {
      let entry = base + block &* PostingList.directoryEntrySize
      let data = blockCount &* PostingList.directoryEntrySize
      let start = dataStart(of: block, base)
      let end = UInt32(littleEndian: entry.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
      guard start <= end, Int(end) <= length &- data else { return nil }
      widths = PackedWidths(reading: entry + 8)
      if block > 0 { previous = lastPassage(ofBlock: block &- 1) }
      last = lastPassage(ofBlock: block)
      guard last <= lastPassage, previous == .max || previous < last else { return nil }
      source = base + (data &+ Int(start))
      available = Int(end &- start)
    }
    guard widths.gaps.total <= BitPacking.maximumBits,
      widths.frequencies.total <= PackedWidths.frequencyBits,
      let gaps = PatchedPacking.Layout(
        source, available: available, count: count, widths: widths.gaps),
      let frequencies = PatchedPacking.Layout(
        source + gaps.byteCount, available: available &- gaps.byteCount, count: count,
        widths: widths.frequencies)
    else { return nil }
    gaps.unpack(into: passages)
    sumGaps(passages, count: count, after: previous)
    // Distances are at least one and their sum cannot wrap, so the last passage bounds all others.
    let reached = passages[count &- 1]
    guard isShort ? reached <= last : reached == last else { return nil }
    return Frequencies(.packed(frequencies))
  }

  /// Returns the offset of a block's data from the end of the directory. The previous block ends
  /// there.
  @inline(__always)
  private func dataStart(of block: Int, _ directory: UnsafeRawPointer) -> UInt32 {
    guard block > 0 else { return 0 }
    let entry = directory + (block &- 1) &* PostingList.directoryEntrySize
    return UInt32(littleEndian: entry.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
  }

  @inline(__always)
  private func sumGaps(
    _ passages: UnsafeMutablePointer<UInt32>, count: Int, after previous: UInt32
  ) {
    // Four gaps at a time: add neighbours, as 64-bit words; add the sum of the first two to both of
    // the others; then add the passage before.
    let values = UnsafeMutableRawPointer(passages)
    let upper = SIMD4<UInt32>(0, 0, .max, .max)
    let steps = SIMD4<UInt32>(1, 2, 3, 4)
    var carry = SIMD4<UInt32>(repeating: previous)
    for four in 0..<count >> 2 {
      let gaps = values.loadUnaligned(fromByteOffset: four &* 16, as: SIMD2<UInt64>.self)
      let pairs =
        unsafeBitCast(gaps, to: SIMD4<UInt32>.self)
        &+ unsafeBitCast(gaps &<< SIMD2(32, 32), to: SIMD4<UInt32>.self)
      let sums = pairs &+ (SIMD4(pairs[1], pairs[1], pairs[1], pairs[1]) & upper) &+ steps &+ carry
      values.storeBytes(of: sums, toByteOffset: four &* 16, as: SIMD4<UInt32>.self)
      carry = SIMD4(repeating: sums[3])
    }
    var sum = carry[3]
    for index in (count & ~3)..<count {
      sum = sum &+ passages[index] &+ 1
      passages[index] = sum
    }
  }

  /// The frequencies of a block, which are unpacked only when a score is computed.
  public struct Frequencies {
    enum Storage {
      case packed(PatchedPacking.Layout)
      /// The frequency of a list's only posting.
      case single(UInt8)
      case unpacked(UnsafeBufferPointer<UInt8>, greatest: UInt8)
    }

    let storage: Storage

    @inline(__always)
    init(_ storage: Storage) { self.storage = storage }

    /// An upper bound of the block's frequencies, from the bits in which they are stored. Unlike
    /// the directory's greatest frequency, it holds even if the bytes are damaged.
    @inline(__always)
    public var limit: Int {
      switch storage {
      case .packed(let layout): 1 &<< layout.widths.total
      case .single(let frequency): Int(frequency)
      case .unpacked(_, let greatest): Int(greatest)
      }
    }

    /// Returns the frequency of the posting at `index` in the block.
    @inline(__always)
    public func frequency(at index: Int) -> UInt32 {
      switch storage {
      case .packed(let layout): layout.value(at: index) &+ 1
      case .single(let frequency): UInt32(frequency)
      case .unpacked(let frequencies, _): UInt32(frequencies[index])
      }
    }

    /// Unpacks the frequencies less one (0…255), as they are stored, into `out`, which has room for
    /// 128.
    @inline(__always)
    public func unpackRepeats(into out: UnsafeMutablePointer<UInt32>) {
      switch storage {
      case .packed(let layout): layout.unpack(into: out)
      case .single(let frequency): out[0] = UInt32(frequency) &- 1
      case .unpacked(let frequencies, _):
        for (index, frequency) in frequencies.enumerated() { out[index] = UInt32(frequency) &- 1 }
      }
    }

    private var count: Int {
      switch storage {
      case .packed(let layout): layout.count
      case .single: 1
      case .unpacked(let frequencies, _): frequencies.count
      }
    }

    /// Unpacks the frequencies (1…256) into `out`, which has room for 128.
    @inline(__always)
    public func unpack(into out: UnsafeMutablePointer<UInt32>) {
      unpackRepeats(into: out)
      for index in 0..<count { out[index] &+= 1 }
    }
  }
}
