/// Postings that are computed for one question and never packed. A `PostingList` walks them like
/// those of the index: in blocks, with a directory of bounds.
public final class UnpackedPostings {
  /// The number of postings, at least 1.
  public let count: Int
  /// The passages in ascending order, filled by the caller.
  public let passages: UnsafeMutableBufferPointer<UInt32>
  /// The frequency for each passage, at least 1, filled by the caller.
  public let frequencies: UnsafeMutableBufferPointer<UInt8>
  /// The directory of a long list, without the ends and widths of blocks.
  let directory: UnsafeMutableRawPointer

  /// The memory of passages, directory and frequencies, in this order.
  private let memory: UnsafeMutableRawPointer

  /// - Parameter count: The number of postings, at least 1.
  public init(count: Int) {
    self.count = count
    let passageBytes = count * MemoryLayout<UInt32>.size
    let directoryBytes = Self.blockCount(count) * PostingList.directoryEntrySize
    memory = .allocate(
      byteCount: passageBytes + directoryBytes + count, alignment: MemoryLayout<UInt32>.alignment)
    passages = UnsafeMutableBufferPointer(
      start: memory.bindMemory(to: UInt32.self, capacity: count), count: count)
    directory = memory + passageBytes
    frequencies = UnsafeMutableBufferPointer(
      start: (directory + directoryBytes).bindMemory(to: UInt8.self, capacity: count), count: count)
  }

  deinit { memory.deallocate() }

  var blockCount: Int { Self.blockCount(count) }

  /// The addresses of the first passage and the first frequency, or nil if there are none.
  var start: (passages: UnsafePointer<UInt32>, frequencies: UnsafePointer<UInt8>)? {
    guard let passages = passages.baseAddress, let frequencies = frequencies.baseAddress else {
      return nil
    }
    return (UnsafePointer(passages), UnsafePointer(frequencies))
  }

  private static func blockCount(_ count: Int) -> Int {
    (count + PostingList.blockSize - 1) / PostingList.blockSize
  }

  /// Returns whether every passage of other postings is here, with at least its frequency there.
  public func covers(_ other: UnpackedPostings) -> Bool {
    var slot = 0
    for place in 0..<other.count {
      let passage = other.passages[place]
      while slot < count, passages[slot] < passage { slot &+= 1 }
      guard slot < count, passages[slot] == passage, frequencies[slot] >= other.frequencies[place]
      else { return false }
    }
    return true
  }

  /// Fills the directory. Passages and frequencies must be filled before.
  ///
  /// - Parameter lengthCodes: The `LengthCode` of each passage of the segment.
  public func finish(lengthCodes: UnsafeBufferPointer<UInt8>) {
    for block in 0..<blockCount {
      let start = block * PostingList.blockSize
      let end = min(start + PostingList.blockSize, count)
      var greatest: UInt8 = 0
      var least: UInt8 = .max
      for slot in start..<end {
        greatest = max(greatest, frequencies[slot])
        least = min(least, lengthCodes[Int(passages[slot])])
      }
      let entry = directory + block * PostingList.directoryEntrySize
      entry.storeBytes(of: passages[end - 1].littleEndian, as: UInt32.self)
      entry.storeBytes(of: greatest, toByteOffset: 10, as: UInt8.self)
      entry.storeBytes(of: least, toByteOffset: 11, as: UInt8.self)
    }
  }
}
