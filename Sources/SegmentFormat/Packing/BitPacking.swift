import Bytes

/// Packs unsigned integers at a fixed number of bits.
///
/// A full block of 128 values is packed *vertically*: value `i` is stored in lane `i % 4` of a run
/// of 128-bit words, so that one SIMD shift and mask unpacks four values (Lemire & Boytsov,
/// "Decoding billions of integers per second through vectorization", 2015, S4-BP128). The rest of a
/// list is packed *horizontally*, one value after the other, lowest bit first. <doc:Packings> shows
/// both.
enum BitPacking {
  /// The number of values in a full block.
  static let blockSize = 128
  /// The width of the widest value, in bits. The sum of 128 gaps of 24 bits fits into 32 bits.
  static let maximumBits = 24

  /// Returns the size of a full block in bytes.
  @inline(__always)
  static func blockBytes(bits: Int) -> Int { bits * 16 }

  /// Returns the size of `count` horizontally packed values in bytes.
  @inline(__always)
  static func tailBytes(count: Int, bits: Int) -> Int { (count * bits + 7) / 8 }

  static func packBlock(
    _ values: UnsafeBufferPointer<UInt32>, bits: Int, into writer: inout ByteWriter
  ) {
    var word = SIMD4<UInt32>()
    var used: UInt32 = 0
    for j in 0..<32 {
      let four = SIMD4(
        values[4 * j], values[4 * j + 1], values[4 * j + 2], values[4 * j + 3])
      word |= four &<< used
      used += UInt32(bits)
      if used >= 32 {
        append(word, to: &writer)
        used -= 32
        word = used == 0 ? SIMD4() : four &>> (UInt32(bits) - used)
      }
    }
  }

  /// Appends a word, which is little-endian both in memory and in the file.
  private static func append(_ word: SIMD4<UInt32>, to writer: inout ByteWriter) {
    withUnsafeBytes(of: word) { writer.append($0) }
  }

  static func packTail(
    _ values: UnsafeBufferPointer<UInt32>, bits: Int, into writer: inout ByteWriter
  ) {
    var buffer: UInt64 = 0
    var used: UInt64 = 0
    for value in values {
      // At most 31 bits are pending, and no value is wider than 32.
      buffer |= UInt64(value) &<< used
      used &+= UInt64(bits)
      if used >= 32 {
        writer.append(UInt32(truncatingIfNeeded: buffer))
        buffer >>= 32
        used &-= 32
      }
    }
    var rest = Int(used)
    while rest > 0 {
      writer.append(UInt8(truncatingIfNeeded: buffer))
      buffer >>= 8
      rest -= 8
    }
  }

  /// Unpacks 128 values. `source` has `blockBytes(bits:)` bytes; `bits` is at most `maximumBits`.
  @inline(__always)
  static func unpackBlock(
    _ source: UnsafeRawPointer, bits: Int, into out: UnsafeMutablePointer<UInt32>
  ) {
    // A constant width in each case lets the compiler unroll the loop and fold every shift.
    switch bits {
    case 0: out.update(repeating: 0, count: blockSize)
    case 1: unpack(source, 1, out)
    case 2: unpack(source, 2, out)
    case 3: unpack(source, 3, out)
    case 4: unpack(source, 4, out)
    case 5: unpack(source, 5, out)
    case 6: unpack(source, 6, out)
    case 7: unpack(source, 7, out)
    case 8: unpack(source, 8, out)
    case 9: unpack(source, 9, out)
    case 10: unpack(source, 10, out)
    default: unpackWide(source, UInt32(bits), out)
    }
  }

  @inline(never)
  private static func unpackWide(
    _ source: UnsafeRawPointer, _ bits: UInt32, _ out: UnsafeMutablePointer<UInt32>
  ) {
    unpack(source, bits, out)
  }

  @inline(__always)
  private static func unpack(
    _ source: UnsafeRawPointer, _ bits: UInt32, _ out: UnsafeMutablePointer<UInt32>
  ) {
    let mask = SIMD4<UInt32>(repeating: (1 &<< bits) &- 1)
    let target = UnsafeMutableRawPointer(out)
    var word = source.loadUnaligned(as: SIMD4<UInt32>.self)
    var next = 16
    var used: UInt32 = 0
    for j in 0..<32 {
      var four = word &>> used
      used &+= bits
      if used >= 32 {
        used &-= 32
        if j < 31 || used > 0 {
          word = source.loadUnaligned(fromByteOffset: next, as: SIMD4<UInt32>.self)
          next &+= 16
        }
        if used > 0 { four |= word &<< (bits &- used) }
      }
      target.storeBytes(of: four & mask, toByteOffset: j &* 16, as: SIMD4<UInt32>.self)
    }
  }

  /// Returns one value of a full block; `bits` is at least 1.
  @inline(__always)
  static func value(at index: Int, ofBlock source: UnsafeRawPointer, bits: Int) -> UInt32 {
    let bit = (index >> 2) &* bits
    let word = source + ((bit >> 5) &* 16 &+ (index & 3) &* 4)
    let used = UInt64(truncatingIfNeeded: bit & 31)
    var value = UInt64(UInt32(littleEndian: word.loadUnaligned(as: UInt32.self))) &>> used
    if used &+ UInt64(bits) > 32 {
      let next = word.loadUnaligned(fromByteOffset: 16, as: UInt32.self)
      value |= UInt64(UInt32(littleEndian: next)) &<< (32 &- used)
    }
    return UInt32(truncatingIfNeeded: value & ((1 &<< UInt64(bits)) &- 1))
  }

  /// Returns one horizontally packed value. Eight bytes after it must be readable.
  @inline(__always)
  static func value(at index: Int, ofTail source: UnsafeRawPointer, bits: Int) -> UInt32 {
    let bit = index &* bits
    let word = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
    return UInt32(
      truncatingIfNeeded: (word &>> UInt64(bit & 7)) & ((1 &<< UInt64(bits)) &- 1))
  }

  /// Unpacks fewer than 128 values. Eight bytes after the last value must be readable.
  @inline(__always)
  static func unpackTail(
    _ source: UnsafeRawPointer, count: Int, bits: Int, into out: UnsafeMutablePointer<UInt32>
  ) {
    let mask = (UInt64(1) &<< UInt64(bits)) &- 1
    var bit = 0
    for index in 0..<count {
      let word = UInt64(
        littleEndian: source.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
      out[index] = UInt32(truncatingIfNeeded: (word &>> UInt64(bit & 7)) & mask)
      bit &+= bits
    }
  }
}
