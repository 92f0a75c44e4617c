/// A 64-bit hash of bytes, the same on every machine and in every run: the tables of short forms
/// that indexes contain, and compiled dictionaries, are addressed and checked by it.
///
/// Each step is a one-to-one function of the state and of eight bytes, so that damage within one
/// such word always changes the value; other damage goes unseen once in 2^64 (2^32 where half of
/// the value is kept).
public struct ContentHash {
  public private(set) var value: UInt64

  public init(seed: UInt64 = 0) { value = seed ^ 0x9E37_79B9_7F4A_7C15 }

  public mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    combine(UInt64(bytes.count))
    var offset = combineStripes(of: bytes)
    while offset + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      combine(UInt64(littleEndian: word))
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < bytes.count {
      tail = tail << 8 | UInt64(bytes[offset])
      offset += 1
    }
    combine(tail)
  }

  /// Takes four words at a time, in four states that are independent of one another. Returns the end
  /// of the last whole stripe.
  private mutating func combineStripes(of bytes: UnsafeRawBufferPointer) -> Int {
    let stripe = 32
    guard bytes.count >= stripe else { return 0 }
    var lanes = SIMD4(repeating: value) &+ SIMD4(0, 1, 2, 3)
    var offset = 0
    while offset + stripe <= bytes.count {
      for lane in 0..<4 {
        let word = bytes.loadUnaligned(fromByteOffset: offset + 8 * lane, as: UInt64.self)
        lanes[lane] = Self.mix(lanes[lane] ^ UInt64(littleEndian: word))
      }
      offset += stripe
    }
    for lane in 0..<4 { combine(lanes[lane]) }
    return offset
  }

  public mutating func combine(_ word: UInt64) { value = Self.mix(value ^ word) }

  private static func mix(_ word: UInt64) -> UInt64 {
    let mixed = word &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed >> 32
  }

  public static func value(of bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    var hash = ContentHash(seed: seed)
    hash.combine(bytes)
    return hash.value
  }
}
