/// Items from all over a store, to train its dictionary on: every second, fourth, eighth … of them,
/// by how many there are, since that is known only at the end.
public struct BlockSample {
  /// Bytes to train on: a sixteenth of all, which time bounds above and the dictionary below.
  private static let share = 16
  private static let sizes = 1 << 20...8 << 20

  /// The sampled items one after the other, and their sizes.
  private(set) var bytes: [UInt8] = []
  private(set) var sizes: [Int] = []
  /// Bytes of all items.
  private(set) var total = 0
  private var count = 0
  private var step = 1

  public init() {}

  public mutating func add(_ item: UnsafeRawBufferPointer) {
    total += item.count
    defer { count += 1 }
    guard count.isMultiple(of: step), !item.isEmpty else { return }
    bytes.append(contentsOf: item)
    sizes.append(item.count)
    if bytes.count > BlockSample.sizes.upperBound { thin() }
  }

  /// Thins the sample to its share.
  mutating func finish() {
    let wanted = min(
      max(total / BlockSample.share, BlockSample.sizes.lowerBound), BlockSample.sizes.upperBound)
    // Half of it is nearer than all of it beyond one and a half times as much.
    while bytes.count > wanted + wanted / 2, sizes.count > 1 { thin() }
  }

  /// Takes every second item out.
  private mutating func thin() {
    step *= 2
    var start = 0
    var thinned: (bytes: [UInt8], sizes: [Int]) = ([], [])
    for (index, size) in sizes.enumerated() {
      if index.isMultiple(of: 2) {
        thinned.bytes += bytes[start..<start + size]
        thinned.sizes.append(size)
      }
      start += size
    }
    (bytes, sizes) = thinned
  }
}
