import Bytes

/// Packs unsigned integers at a number of bits that is enough for most of them. The high bits of
/// the few others follow as exceptions (Zukowski et al., "Super-scalar RAM-CPU cache compression",
/// 2006; the width is chosen for size, as in Yan, Ding & Suel, "Inverted index compression and
/// query processing with optimized document ordering", 2009).
///
///     u8 number of exceptions, if there are any │ low bits of all values
///     │ exceptions: index of the value and its high bits, horizontal
enum PatchedPacking {
  /// The numbers of bits at which values are packed.
  struct Widths: Hashable {
    /// The number of low bits of every value.
    var bits = 0
    /// The number of high bits of exceptions, or 0 if there are no exceptions.
    var extra = 0

    /// The number of bits of the largest value.
    @inline(__always)
    var total: Int { bits &+ extra }
  }

  /// The location of packed values. The initializer checks that they are within the block.
  struct Layout {
    let source: UnsafeRawPointer
    let count: Int
    let widths: Widths
    let exceptionCount: Int
    private let exceptions: UnsafeRawPointer
    /// The size of values and exceptions in bytes.
    let byteCount: Int

    /// - Parameters:
    ///   - source: The first byte of the packed values.
    ///   - available: The number of bytes that follow `source`.
    ///   - count: The number of values, up to 128.
    ///   - widths: The widths of the values.
    @inline(__always)
    init?(_ source: UnsafeRawPointer, available: Int, count: Int, widths: Widths) {
      self.count = count
      self.widths = widths
      let packed =
        count == BitPacking.blockSize
        ? BitPacking.blockBytes(bits: widths.bits)
        : BitPacking.tailBytes(count: count, bits: widths.bits)
      guard widths.extra > 0 else {
        self.source = source
        exceptions = source
        exceptionCount = 0
        byteCount = packed
        guard packed <= available else { return nil }
        return
      }
      guard packed < available else { return nil }
      self.source = source + 1
      exceptions = source + (1 &+ packed)
      exceptionCount = Int(source.load(as: UInt8.self))
      let width = PatchedPacking.placeBits(count) &+ widths.extra
      byteCount = 1 &+ packed &+ BitPacking.tailBytes(count: exceptionCount, bits: width)
      guard byteCount <= available else { return nil }
    }

    /// Unpacks all values into `out`, which has room for 128.
    @inline(__always)
    func unpack(into out: UnsafeMutablePointer<UInt32>) {
      if count == BitPacking.blockSize {
        BitPacking.unpackBlock(source, bits: widths.bits, into: out)
      } else {
        BitPacking.unpackTail(source, count: count, bits: widths.bits, into: out)
      }
      forEachException { place, high in out[place] |= high }
    }

    @inline(__always)
    func value(at index: Int) -> UInt32 {
      var value: UInt32 = 0
      if widths.bits > 0 {
        value =
          count == BitPacking.blockSize
          ? BitPacking.value(at: index, ofBlock: source, bits: widths.bits)
          : BitPacking.value(at: index, ofTail: source, bits: widths.bits)
      }
      forEachException { place, high in value |= place == index ? high : 0 }
      return value
    }

    /// Calls `body` with the index (below 128) and the high bits of each exception.
    @inline(__always)
    private func forEachException(_ body: (_ place: Int, _ high: UInt32) -> Void) {
      let placeBits = PatchedPacking.placeBits(count)
      let width = placeBits &+ widths.extra
      let placeMask = (1 &<< UInt64(placeBits)) &- 1 as UInt64
      let mask = (1 &<< UInt64(width)) &- 1 as UInt64
      var bit = 0
      for _ in 0..<exceptionCount {
        let word = UInt64(
          littleEndian: exceptions.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
        let exception = (word &>> UInt64(bit & 7)) & mask
        body(
          Int(truncatingIfNeeded: exception & placeMask),
          UInt32(truncatingIfNeeded: exception &>> UInt64(placeBits)) &<< UInt32(widths.bits))
        bit &+= width
      }
    }
  }

  /// Returns the number of bits of an index among `count` values.
  @inline(__always)
  static func placeBits(_ count: Int) -> Int { Int.bitWidth &- (count &- 1).leadingZeroBitCount }

  /// The cost of an exception in addition to its own bits, in bits. It accounts for the time that
  /// patching takes.
  private static let patchCost = 4

  /// Returns the widths that take the least space, where exceptions have an additional cost.
  ///
  /// - Parameters:
  ///   - values: The values to pack, up to 128.
  ///   - widest: The greatest value that either width may have.
  /// - Complexity: O(*n*), where *n* is the number of values.
  static func widths(for values: UnsafeBufferPointer<UInt32>, widest: Int) -> Widths {
    var counts = InlineArray<33, Int>(repeating: 0)
    for value in values { counts[UInt32.bitWidth - value.leadingZeroBitCount] += 1 }
    var total = UInt32.bitWidth
    while total > 0, counts[total] == 0 { total -= 1 }
    let placeBits = placeBits(values.count)
    var best = Widths(bits: total)
    var least = Int.max
    var above = 0
    for bits in (0...total).reversed() {
      if bits <= widest, total - bits <= widest {
        let patches = above == 0 ? 0 : 8 + above * (placeBits + total - bits + patchCost)
        let cost = values.count * bits + patches
        if cost < least {
          least = cost
          best = Widths(bits: bits, extra: total - bits)
        }
      }
      above += counts[bits]
    }
    return best
  }

  static func pack(
    _ values: UnsafeBufferPointer<UInt32>, _ widths: Widths, into writer: inout ByteWriter
  ) {
    guard widths.extra > 0 else {
      packLow(values, bits: widths.bits, into: &writer)
      return
    }
    let mask = (1 as UInt32) << UInt32(widths.bits) - 1
    let placeBits = UInt32(placeBits(values.count))
    var exceptions: [UInt32] = []
    for (place, value) in values.enumerated() where value > mask {
      exceptions.append(UInt32(place) | (value >> UInt32(widths.bits)) << placeBits)
    }
    writer.append(UInt8(exceptions.count))
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: values.count) { low in
      for (place, value) in values.enumerated() { low[place] = value & mask }
      packLow(UnsafeBufferPointer(low), bits: widths.bits, into: &writer)
    }
    exceptions.withUnsafeBufferPointer {
      BitPacking.packTail($0, bits: Int(placeBits) + widths.extra, into: &writer)
    }
  }

  private static func packLow(
    _ values: UnsafeBufferPointer<UInt32>, bits: Int, into writer: inout ByteWriter
  ) {
    if values.count < BitPacking.blockSize {
      BitPacking.packTail(values, bits: bits, into: &writer)
    } else if bits > 0 {
      BitPacking.packBlock(values, bits: bits, into: &writer)
    }
  }
}

/// The widths of the gaps and the frequencies of a block of postings, in two bytes, lowest bits
/// first:
///
///     5 bits gap bits │ 5 bits gap extra │ 3 bits frequency bits │ 3 bits frequency extra
struct PackedWidths: Hashable {
  /// The number of bits of the widest frequency, which is stored less one and is at most 254.
  static let frequencyBits = 8
  /// The greatest width, of low bits or of high bits, that three bits can express.
  static let widestFrequency = 7

  var gaps: PatchedPacking.Widths
  var frequencies: PatchedPacking.Widths

  init(gaps: PatchedPacking.Widths, frequencies: PatchedPacking.Widths) {
    self.gaps = gaps
    self.frequencies = frequencies
  }

  @inline(__always)
  init(reading source: UnsafeRawPointer) {
    let packed = Int(UInt16(littleEndian: source.loadUnaligned(as: UInt16.self)))
    gaps = PatchedPacking.Widths(bits: packed & 31, extra: packed >> 5 & 31)
    frequencies = PatchedPacking.Widths(bits: packed >> 10 & 7, extra: packed >> 13)
  }

  var encoded: UInt16 {
    UInt16(gaps.bits | gaps.extra << 5 | frequencies.bits << 10 | frequencies.extra << 13)
  }
}
