/// Which keys a bucket may have: a Bloom filter of 56 bits, three for each key, so that of the keys
/// that are not there one in twenty is looked for. It vouches for itself by eight more bits.
struct BucketSignature {
  private var bits: UInt64 = 0

  /// Of an empty bucket.
  init() {}

  init(_ encoded: UInt64, ofBucket number: Int) throws(TableDamage) {
    bits = encoded & (1 << 56 - 1)
    guard self.encoded(ofBucket: number) == encoded else { throw TableDamage() }
  }

  /// The bits, and above them a byte that no single flipped bit of them leaves fitting.
  func encoded(ofBucket number: Int) -> UInt64 {
    var folded = bits ^ bits >> 32
    folded ^= folded >> 16
    folded ^= folded >> 8
    // Nothing but zeros is no signature.
    return bits | (folded ^ UInt64(number) ^ 0xA5) << 56
  }

  /// - Parameter hash: of a key, whose lower half chose the bucket.
  mutating func add(_ hash: UInt64) { bits |= Self.mask(of: hash) }

  func mayHave(_ hash: UInt64) -> Bool { ~bits & Self.mask(of: hash) == 0 }

  private static func mask(of hash: UInt64) -> UInt64 {
    var mask: UInt64 = 0
    for shift: UInt64 in [32, 42, 52] { mask |= 1 << ((hash >> shift & 1023) * 56 / 1024) }
    return mask
  }
}
