/// Hashing and comparison of words in memory, eight bytes at a time.
public enum WordHash {
  /// Returns a hash in which all bits are well distributed.
  ///
  /// Each eight bytes are combined with the hash so far and multiplied to 128 bits, of which the
  /// halves are combined (after Wang Yi's wyhash).
  ///
  /// - Important: Hashes must not be written to disk.
  @inlinable @inline(__always)
  public static func hash(_ word: UnsafeRawBufferPointer) -> UInt64 {
    guard let base = word.baseAddress, !word.isEmpty else { return 0 }
    var hash = UInt64(word.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while word.count &- offset > 8 {
      hash = mix(hash ^ base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset &+= 8
    }
    return mix(hash ^ last(base, word.count))
  }

  /// Returns whether two words of `count` bytes are equal.
  @inlinable @inline(__always)
  public static func areEqual(
    _ a: UnsafeRawPointer, _ b: UnsafeRawPointer, count: Int
  ) -> Bool {
    guard count > 0 else { return true }
    var offset = 0
    while count &- offset > 8 {
      if a.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        != b.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      {
        return false
      }
      offset &+= 8
    }
    return last(a, count) == last(b, count)
  }

  @inlinable @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  /// Returns up to eight bytes at the end of a word, which must not be empty, as a number. Some
  /// bytes of words shorter than eight bytes are read twice, so that nothing beyond the word is
  /// read.
  @inlinable @inline(__always)
  static func last(_ word: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 8 {
      return word.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    }
    if count >= 4 {
      let first = word.loadUnaligned(as: UInt32.self)
      let last = word.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      return UInt64(first) << 32 | UInt64(last)
    }
    let bytes = word.assumingMemoryBound(to: UInt8.self)
    return UInt64(bytes[0]) << 16 | UInt64(bytes[count >> 1]) << 8 | UInt64(bytes[count &- 1])
  }
}
