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
    let least = values.min() ?? 0
    let spread = (values.max() ?? 0) - least
    let bits = UInt64.bitWidth - spread.leadingZeroBitCount
    precondition(bits <= 56, "a column holds values that lie within 2⁵⁶ of each other")
    var writer = ByteWriter()
    writer.append(least)
    writer.append(UInt8(bits))
    writer.append([0, 0, 0])
    writer.append(UInt32(values.count))
    var packed = [UInt8](repeating: 0, count: (values.count * bits + 7) / 8 + padding)
    if bits > 0 {
      packed.withUnsafeMutableBytes { out in
        for (index, value) in values.enumerated() {
          let bit = index * bits
          let old = out.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self)
          let new = UInt64(littleEndian: old) | (value - least) << UInt64(bit & 7)
          out.storeBytes(of: new.littleEndian, toByteOffset: bit >> 3, as: UInt64.self)
        }
      }
    }
    writer.append(packed)
    return writer.bytes
  }
}
