/// Byte strings one after the other, as they will be kept in a `BlockStore`. What several workers
/// gathered is joined in the order of their documents when the segment is written.
public struct StoredItems: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []

  public init() {}

  public var count: Int { ends.count }
  public var byteCount: Int { bytes.count }

  public mutating func append(_ item: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: item)
    ends.append(bytes.count)
  }

  /// Makes room for about as much as other items take, up to two megabytes.
  public mutating func reserveCapacity(like other: StoredItems) {
    bytes.reserveCapacity(min(other.byteCount + other.byteCount / 8, 2 << 20))
    ends.reserveCapacity(min(other.count + other.count / 8, 1 << 16))
  }

  /// What the items take in memory, about.
  public var memoryByteCount: Int { bytes.capacity + ends.capacity * MemoryLayout<Int>.stride }

  func forEachItem(_ body: (UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { bytes in
      var start = 0
      for end in ends {
        body(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        start = end
      }
    }
  }
}
