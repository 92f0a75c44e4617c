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
