/// The ``ContentHash`` of bytes that arrive in pieces. Its value does not depend on how they are
/// divided.
public struct StreamHash {
  /// The number of bytes to hash at a time.
  private static let blockSize = 1 << 16

  private var hash = ContentHash()
  /// The beginning of a block that is not complete yet.
  private var pending: [UInt8] = []

  public init() {}

  public mutating func append(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes
    if !pending.isEmpty {
      let count = min(Self.blockSize - pending.count, rest.count)
      pending.append(contentsOf: rest[..<count])
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      guard pending.count == Self.blockSize else { return }
      pending.withUnsafeBytes { hash.combine($0) }
      pending.removeAll(keepingCapacity: true)
    }
    while rest.count >= Self.blockSize {
      hash.combine(UnsafeRawBufferPointer(rebasing: rest[..<Self.blockSize]))
      rest = UnsafeRawBufferPointer(rebasing: rest[Self.blockSize...])
    }
    pending.append(contentsOf: rest)
  }

  /// The hash of all bytes so far, which is never 0.
  public var value: UInt64 {
    var last = hash
    if !pending.isEmpty { pending.withUnsafeBytes { last.combine($0) } }
    return last.value == 0 ? 1 : last.value
  }

  public static func value(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = StreamHash()
    hash.append(bytes)
    return hash.value
  }
}
