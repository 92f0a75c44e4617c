/// A 64-bit hash of bytes, which is the same on every machine and in every run. Tables of short
/// forms in indexes and compiled dictionaries use it for look-ups and as a checksum.
///
/// Each step is a bijection of the state and of eight bytes, so damage within one such word always
/// changes the value. Other damage is missed with a probability of 2⁻⁶⁴, or 2⁻³² if half of the
/// value is stored.
///
/// ```swift
/// let hash = bytes.withUnsafeBytes { ContentHash.value(of: $0) }
/// ```
public struct ContentHash {
  /// The hash of everything combined so far.
  public private(set) var value: UInt64

  public init(seed: UInt64 = 0) { value = seed ^ 0x9E37_79B9_7F4A_7C15 }

  /// Combines the number of bytes and the bytes with the hash.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes.
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

  /// Combines four words at a time, in four independent states. Returns the end of the last
  /// complete stripe.
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

  /// Returns the hash of bytes.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  public static func value(of bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    var hash = ContentHash(seed: seed)
    hash.combine(bytes)
    return hash.value
  }
}
