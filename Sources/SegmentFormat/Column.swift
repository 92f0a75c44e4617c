/// A table column of unsigned integers, all at the same number of bits, read by position in
/// constant time straight from the mapped file.
///
///     u64 least value │ u8 bits (0…56) │ 3 zero bytes │ u32 count │ values − least, packed
///
/// Value `i` begins at bit `i · bits`, lowest bit first; eight zero bytes follow the last value,
/// so that each value can be taken out of one unaligned 64-bit load.
struct Column {
  static let headerSize = 16
  static let padding = 8

  let count: Int
  private let least: UInt64
  private let bits: Int
  private let mask: UInt64
  private let values: UnsafeRawPointer?

  /// `bytes` has to outlive the column.
  init(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
    var reader = ByteReader(bytes)
    least = try reader.read(UInt64.self)
    bits = Int(try reader.read(UInt8.self))
    _ = try reader.readBytes(3)
    count = Int(try reader.read(UInt32.self))
    guard bits <= 56 else { throw FormatError(.malformed, offset: 8) }
    // Values of no bits take no bytes: nothing else bounds their number.
    guard count <= SegmentLayout.largestPassageCount else {
      throw FormatError(.malformed, offset: 12)
    }
    let needed = Column.headerSize + (count * bits + 7) / 8 + Column.padding
    guard bytes.count >= needed else {
      throw FormatError(.truncated(expected: needed, found: bytes.count))
    }
    mask = (1 << UInt64(bits)) - 1
    values = bytes.baseAddress.map { $0 + Column.headerSize }
  }

  /// The value at `index`, which must lie in `0..<count`.
  subscript(index: Int) -> UInt64 {
    precondition(index >= 0 && index < count)
    guard let values, bits > 0 else { return least }
    let bit = index &* bits
    let word = values.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self)
    return least &+ ((UInt64(littleEndian: word) >> UInt64(bit & 7)) & mask)
  }

  /// For columns whose values address something: an `Int` that a damaged file cannot make negative.
  func position(at index: Int) -> Int { Int(self[index] & 0x00FF_FFFF_FFFF_FFFF) }

  static func encode(_ values: [UInt64]) -> [UInt8] {
    var writer = ColumnWriter(
      least: values.min() ?? 0, greatest: values.max() ?? 0, count: values.count)
    for value in values { writer.append(value) }
    return writer.finish()
  }
}

/// Packs a column value by value, once their number and bounds are known.
struct ColumnWriter {
  private var writer = ByteWriter()
  private let least: UInt64
  private let bits: UInt64
  /// Bits that are not written yet, lowest first, and how many.
  private var open: UInt64 = 0
  private var used: UInt64 = 0

  init(least: UInt64, greatest: UInt64, count: Int) {
    self.least = least
    bits = UInt64(UInt64.bitWidth - (greatest - least).leadingZeroBitCount)
    precondition(bits <= 56, "a column holds values that lie within 2⁵⁶ of each other")
    writer.append(least)
    writer.append(UInt8(bits))
    writer.append([0, 0, 0])
    writer.append(UInt32(count))
  }

  /// Bytes that wait to be drained.
  var pendingByteCount: Int { writer.count }

  mutating func append(_ value: UInt64) {
    let packed = value - least
    open |= packed << used
    used += bits
    guard used >= 64 else { return }
    writer.append(open)
    used -= 64
    open = used == 0 ? 0 : packed >> (bits - used)
  }

  mutating func drain() -> [UInt8] { writer.drain() }

  /// What is left, with the padding.
  mutating func finish() -> [UInt8] {
    for byte in 0..<((used + 7) / 8) {
      writer.append(UInt8(truncatingIfNeeded: open >> (byte * 8)))
    }
    writer.append(repeatElement(0, count: Column.padding))
    return writer.drain()
  }
}
