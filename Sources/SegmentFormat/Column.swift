/// A table column of unsigned integers, read by position in constant time straight from the mapped
/// file.
///
///     u32 values │ u32 zero
///     │ blocks × (u64 least, u8 bits (0…56), u8 zero, u16 slope, u32 offset of the block's bytes)
///     │ the blocks' bytes │ 8 zero bytes
///
/// A block holds 128 values, the last one what is left. Its value `i` is `least + slope · i` and
/// what stands in `bits` bits from bit `i · bits` of its bytes on, lowest bit first: columns mostly
/// rise, and evenly. The zero bytes at the end let each value be taken out of one 64-bit load.
struct Column {
  private static let headerSize = 8
  private static let blockSize = 128
  private static let entrySize = 16
  private static let padding = 8
  private static let widest = 56

  let count: Int
  private let entries: UnsafeRawBufferPointer
  private let data: UnsafeRawBufferPointer

  /// `bytes` has to outlive the column.
  init(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
    var reader = ByteReader(bytes)
    count = Int(try reader.read(UInt32.self))
    guard try reader.read(UInt32.self) == 0, count <= SegmentLayout.largestPassageCount else {
      throw FormatError(.malformed)
    }
    entries = try reader.readBytes(
      (count + Column.blockSize - 1) / Column.blockSize * Column.entrySize)
    guard reader.remaining >= Column.padding else {
      throw FormatError(
        .truncated(expected: reader.offset + Column.padding, found: bytes.count))
    }
    data = try reader.readBytes(reader.remaining)
    guard count > 0 else { return }
    let last = entries.count - Column.entrySize
    let bits = Int(load(entries, last + 8, UInt8.self))
    guard bits <= Column.widest else { throw FormatError(.malformed, offset: last) }
    let values = (count - 1) % Column.blockSize + 1
    let needed =
      Int(load(entries, last + 12, UInt32.self)) + (values * bits + 7) / 8 + Column.padding
    guard data.count >= needed else {
      throw FormatError(
        .truncated(expected: bytes.count - data.count + needed, found: bytes.count))
    }
  }

  /// The value at `index`, which must lie in `0..<count`; a wrong one where the bytes are damaged.
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

  /// For columns whose values address something: an `Int` that a damaged file cannot make negative.
  func position(at index: Int) -> Int { Int(self[index] & 0x00FF_FFFF_FFFF_FFFF) }

  @inline(__always)
  private func load<T: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ type: T.Type
  ) -> T {
    T(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: T.self))
  }
}

extension Column {
  static func encode(_ values: [UInt64]) -> [UInt8] {
    var entries = ByteWriter()
    entries.append(UInt32(values.count))
    entries.append(UInt32(0))
    var data = ByteWriter()
    for start in stride(from: 0, to: values.count, by: blockSize) {
      let block = values[start..<min(start + blockSize, values.count)]
      // The even rise from the first value to the last, or none.
      let rise = (block[block.endIndex - 1] &- block[start]) / UInt64(max(block.count - 1, 1))
      let level = Fit(block, slope: 0)
      let sloping = Fit(block, slope: rise <= UInt16.max ? rise : 0)
      let fit = sloping.bits < level.bits ? sloping : level
      precondition(fit.bits <= widest, "a column's values lie within 2⁵⁶ of each other")
      entries.append(fit.least)
      entries.append(UInt8(fit.bits))
      entries.append(UInt8(0))
      entries.append(UInt16(fit.slope))
      entries.append(UInt32(data.count))
      fit.pack(block, into: &data)
    }
    entries.append(data.bytes)
    entries.append(repeatElement(0, count: padding))
    return entries.bytes
  }

  /// How a block's values lie above a line.
  private struct Fit {
    let slope: UInt64
    let least: UInt64
    let bits: Int

    init(_ block: ArraySlice<UInt64>, slope: UInt64) {
      self.slope = slope
      // Differences from the first value, which a slope can make negative.
      var lowest: Int64 = 0
      var highest: Int64 = 0
      let first = block[block.startIndex]
      for (place, value) in block.enumerated() {
        let above = Int64(truncatingIfNeeded: value &- first &- slope &* UInt64(place))
        lowest = min(lowest, above)
        highest = max(highest, above)
      }
      least = first &+ UInt64(bitPattern: lowest)
      bits = Int64.bitWidth - (highest &- lowest).leadingZeroBitCount
    }

    func pack(_ block: ArraySlice<UInt64>, into writer: inout ByteWriter) {
      var buffer: UInt64 = 0
      var used = 0
      for (place, value) in block.enumerated() {
        let rest = value &- least &- slope &* UInt64(place)
        buffer |= rest << UInt64(used)
        used += bits
        while used >= 8 {
          writer.append(UInt8(truncatingIfNeeded: buffer))
          buffer >>= 8
          used -= 8
        }
      }
      if used > 0 { writer.append(UInt8(truncatingIfNeeded: buffer)) }
    }
  }
}
