/// The 64-bit FNV-1a hash (Fowler, Noll, Vo; RFC 9923), which is the same on every machine and in
/// every run.
public struct FNVHash {
  @usableFromInline var state: UInt64 = 0xcbf2_9ce4_8422_2325

  @inlinable
  public init() {}

  @inlinable
  public var value: UInt64 { state }

  /// Combines bytes with the hash.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  @inlinable
  public mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  }
}
