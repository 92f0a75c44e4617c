import Bytes
import Platform

/// A table column of unsigned integers, read by position in constant time straight from the mapped
/// file.
///
///     the blocks' bytes │ 8 zero bytes
///     │ blocks × (u64 least, u8 bits (0…56), u8 zero, u16 slope, u32 offset of the block's bytes)
///     │ u32 values │ u32 zero
///
/// Each block contains 128 values; the last block contains the rest. Value `i` of a block is `least
/// + slope · i` plus a distance of `bits` bits, which begins at bit `i · bits` of the block's
/// bytes, lowest bit first. The slope keeps the distances small, because most columns rise evenly.
/// The zero bytes allow each value to be read by one 64-bit load.
struct Column {
  static let blockSize = 128
  static let entrySize = 16
  static let padding = 8
  static let tailSize = 8
  static let widest = 56

  let count: Int
  private let entries: UnsafeRawBufferPointer
  private let data: UnsafeRawBufferPointer

  /// - Important: `bytes` must outlive the column.
  init(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
    let tail = bytes.count - Column.tailSize
    guard tail >= 0 else {
      throw FormatError(.truncated(expected: Column.tailSize, found: bytes.count))
    }
    var reader = ByteReader(bytes, at: tail)
    count = Int(try reader.read(UInt32.self))
    guard try reader.read(UInt32.self) == 0, count <= SegmentLayout.largestPassageCount else {
      throw FormatError(.malformed, offset: tail)
    }
    let entriesSize = (count + Column.blockSize - 1) / Column.blockSize * Column.entrySize
    let dataSize = tail - entriesSize
    guard dataSize >= Column.padding else {
      throw FormatError(
        .truncated(expected: bytes.count - dataSize + Column.padding, found: bytes.count))
    }
    data = UnsafeRawBufferPointer(rebasing: bytes[..<dataSize])
    entries = UnsafeRawBufferPointer(rebasing: bytes[dataSize..<tail])
    // The last block determines where the bytes end, so a truncated column is detected.
    var end = 0
    if count > 0 {
      let last = entries.count - Column.entrySize
      let bits = Int(load(entries, last + 8, UInt8.self))
      let values = (count - 1) % Column.blockSize + 1
      end = Int(load(entries, last + 12, UInt32.self)) + (values * bits + 7) / 8
    }
    guard dataSize == end + Column.padding else {
      throw FormatError(.malformed, offset: dataSize)
    }
  }

  /// Asks the system to read all values from disk.
  func prefetch() {
    Platform.prefetch(data)
    Platform.prefetch(entries)
  }

  /// The value at `index`, which must be in `0..<count`. If the bytes are damaged, the value is
  /// wrong.
  ///
  /// - Complexity: O(1)
  subscript(index: Int) -> UInt64 {
    precondition(index >= 0 && index < count)
    let entry = index / Column.blockSize * Column.entrySize
    let place = index % Column.blockSize
    let least = load(entries, entry, UInt64.self)
    let bits = Int(load(entries, entry + 8, UInt8.self))
    let slope = UInt64(load(entries, entry + 10, UInt16.self))
    let value = least &+ slope &* UInt64(place)
    let bit = place &* bits
    let offset = Int(load(entries, entry + 12, UInt32.self)) &+ bit >> 3
    guard bits > 0, bits <= Column.widest, offset <= data.count &- Column.padding else {
      return value
    }
    let mask = (1 as UInt64) << UInt64(bits) - 1
    return value &+ (load(data, offset, UInt64.self) >> UInt64(bit & 7) & mask)
  }

  /// Returns a value that is used as an index or an offset. Damaged bytes cannot make it negative.
  func position(at index: Int) -> Int { Int(self[index] & 0x00FF_FFFF_FFFF_FFFF) }

  @inline(__always)
  private func load<T: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ type: T.Type
  ) -> T {
    T(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: T.self))
  }

  static func encode(_ values: [UInt64]) -> [UInt8] {
    var writer = ColumnWriter()
    for value in values { writer.append(value) }
    return writer.finish()
  }
}

/// Packs a column value by value.
struct ColumnWriter {
  private var data = ByteWriter()
  /// The number of bytes drained so far.
  private var drained = 0
  private var entries = ByteWriter()
  /// The values of the open block.
  private var block: [UInt64] = []
  private var count = 0

  /// The number of bytes that can be drained.
  var pendingByteCount: Int { data.count }

  mutating func append(_ value: UInt64) {
    block.append(value)
    count += 1
    if block.count == Column.blockSize { closeBlock() }
  }

  mutating func drain() -> [UInt8] {
    drained += data.count
    return data.drain()
  }

  /// Returns the rest of the bytes. Nothing may be appended afterwards.
  mutating func finish() -> [UInt8] {
    if !block.isEmpty { closeBlock() }
    data.append(repeatElement(0, count: Column.padding))
    data.append(entries.bytes)
    data.append(UInt32(count))
    data.append(UInt32(0))
    return data.drain()
  }

  private mutating func closeBlock() {
    // The average slope of the block, unless it is negative or too steep to be stored.
    let rise = (block[block.count - 1] &- block[0]) / UInt64(max(block.count - 1, 1))
    let level = LinearFit(block, slope: 0)
    let sloping = LinearFit(block, slope: UInt16(exactly: rise) ?? 0)
    let fit = sloping.bits < level.bits ? sloping : level
    precondition(fit.bits <= Column.widest, "a block's values lie within 2⁵⁶ of each other")
    entries.append(fit.least)
    entries.append(UInt8(fit.bits))
    entries.append(UInt8(0))
    entries.append(fit.slope)
    entries.append(UInt32(drained + data.count))
    fit.pack(block, into: &data)
    block.removeAll(keepingCapacity: true)
  }
}

/// A line below the values of a block, from which their distances are stored.
private struct LinearFit {
  let slope: UInt16
  let least: UInt64
  /// The number of bits of the greatest distance from the line, which begins at `least`.
  let bits: Int

  init(_ values: [UInt64], slope: UInt16) {
    self.slope = slope
    // The extremes of the distances from a line through the first value, which can be negative.
    var lowest: Int64 = 0
    var highest: Int64 = 0
    for (place, value) in values.enumerated() {
      let above = Int64(truncatingIfNeeded: value &- values[0] &- UInt64(slope) &* UInt64(place))
      lowest = min(lowest, above)
      highest = max(highest, above)
    }
    least = values[0] &+ UInt64(bitPattern: lowest)
    bits = Int64.bitWidth - (highest &- lowest).leadingZeroBitCount
  }

  func pack(_ values: [UInt64], into writer: inout ByteWriter) {
    var open: UInt64 = 0
    var used = 0
    for (place, value) in values.enumerated() {
      open |= (value &- least &- UInt64(slope) &* UInt64(place)) << UInt64(used)
      used += bits
      while used >= 8 {
        writer.append(UInt8(truncatingIfNeeded: open))
        open >>= 8
        used -= 8
      }
    }
    if used > 0 { writer.append(UInt8(truncatingIfNeeded: open)) }
  }
}
