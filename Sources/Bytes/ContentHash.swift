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
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return combine(0 as UInt64) }
    // Most keys of look-ups are shorter than a stripe.
    var offset = bytes.count < Self.stripe ? 0 : combineStripes(of: bytes)
    var state = value
    while offset &+ 8 <= bytes.count {
      state = Self.mix(state ^ Self.load(start, offset))
      offset &+= 8
    }
    // The rest counts as a number in big-endian order, without the bytes beyond the end.
    let left = UInt64(truncatingIfNeeded: 8 &* (bytes.count &- offset))
    let rest: UInt64
    if bytes.count >= 8 {
      rest = Self.load(start, bytes.count &- 8).byteSwapped & (1 &<< left &- 1)
    } else {
      let span = bytes.bindMemory(to: UInt8.self).span
      rest = span.eightBytes(at: 0).byteSwapped &>> (64 &- left)
    }
    value = Self.mix(state ^ rest)
  }

  /// The number of bytes that are combined at a time.
  private static let stripe = 32

  /// Combines four words at a time, in four independent states. Returns the end of the last
  /// complete stripe.
  @inline(never)
  private mutating func combineStripes(of bytes: UnsafeRawBufferPointer) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    var lanes = (value, value &+ 1, value &+ 2, value &+ 3)
    var offset = 0
    while offset &+ Self.stripe <= bytes.count {
      lanes.0 = Self.mix(lanes.0 ^ Self.load(start, offset))
      lanes.1 = Self.mix(lanes.1 ^ Self.load(start, offset &+ 8))
      lanes.2 = Self.mix(lanes.2 ^ Self.load(start, offset &+ 16))
      lanes.3 = Self.mix(lanes.3 ^ Self.load(start, offset &+ 24))
      offset &+= Self.stripe
    }
    combine(lanes.0)
    combine(lanes.1)
    combine(lanes.2)
    combine(lanes.3)
    return offset
  }

  @inline(__always)
  private static func load(_ start: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
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
