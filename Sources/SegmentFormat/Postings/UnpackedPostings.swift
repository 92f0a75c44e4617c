/// Postings that are computed for questions and never packed. A `PostingList` walks them like those
/// of the index: in blocks, with a directory of bounds.
///
/// A passage takes two bytes: its distance from the passage after the last one of the block before.
/// Only in lists whose passages are far from each other does it take four.
public final class UnpackedPostings {
  /// The number of postings, at least 1.
  public let count: Int
  /// The number of bytes that the postings take in memory.
  public let byteCount: Int
  let storage: Storage
  /// The directory of a long list, without the ends and widths of blocks.
  let directory: UnsafeMutableRawPointer

  /// The addresses of passages and frequencies.
  struct Storage {
    fileprivate enum Distances {
      case narrow(UnsafeMutablePointer<UInt16>)
      case wide(UnsafeMutablePointer<UInt32>)
    }

    fileprivate let distances: Distances
    let frequencies: UnsafeMutablePointer<UInt8>

    /// Unpacks `count` passages from number `first` on into `passages`.
    ///
    /// - Parameter start: The passage from which distances are counted.
    @inline(__always)
    func unpack(
      _ first: Int, count: Int, from start: UInt32, into passages: UnsafeMutablePointer<UInt32>
    ) {
      switch distances {
      case .narrow(let distances):
        for slot in 0..<count { passages[slot] = start &+ UInt32(distances[first &+ slot]) }
      case .wide(let distances):
        for slot in 0..<count { passages[slot] = start &+ distances[first &+ slot] }
      }
    }
  }

  /// - Parameters:
  ///   - passages: The passages in ascending order, at least one.
  ///   - frequencies: The frequency for each passage, at least 1.
  ///   - lengthCodes: The `LengthCode` of each passage of the segment.
  public init(
    passages: UnsafeBufferPointer<UInt32>, frequencies: UnsafeBufferPointer<UInt8>,
    lengthCodes: UnsafeBufferPointer<UInt8>
  ) {
    count = passages.count
    let blocks = Self.blocks(count)
    let isWide = blocks.contains { block in
      passages[block.last ?? 0] &- Self.start(of: block, passages) > UInt32(UInt16.max)
    }
    let width = isWide ? MemoryLayout<UInt32>.size : MemoryLayout<UInt16>.size
    let directorySize = blocks.count * PostingList.directoryEntrySize
    byteCount = directorySize + count * (width + 1)
    directory = .allocate(byteCount: byteCount, alignment: MemoryLayout<UInt32>.alignment)
    let values = directory + directorySize
    storage = Storage(
      distances: isWide
        ? .wide(values.bindMemory(to: UInt32.self, capacity: count))
        : .narrow(values.bindMemory(to: UInt16.self, capacity: count)),
      frequencies: (values + count * width).bindMemory(to: UInt8.self, capacity: count))
    _ = UnsafeMutableBufferPointer(start: storage.frequencies, count: count)
      .update(fromContentsOf: frequencies)
    for (number, block) in blocks.enumerated() {
      let start = Self.start(of: block, passages)
      var greatest: UInt8 = 0
      var least: UInt8 = .max
      for slot in block {
        let distance = passages[slot] &- start
        switch storage.distances {
        case .narrow(let distances): distances[slot] = UInt16(truncatingIfNeeded: distance)
        case .wide(let distances): distances[slot] = distance
        }
        greatest = max(greatest, frequencies[slot])
        least = min(least, lengthCodes[Int(passages[slot])])
      }
      let entry = directory + number * PostingList.directoryEntrySize
      entry.storeBytes(of: passages[block.upperBound - 1].littleEndian, as: UInt32.self)
      entry.storeBytes(of: greatest, toByteOffset: 10, as: UInt8.self)
      entry.storeBytes(of: least, toByteOffset: 11, as: UInt8.self)
    }
  }

  deinit { directory.deallocate() }

  var blockCount: Int { (count + PostingList.blockSize - 1) / PostingList.blockSize }

  /// Returns the ranges of postings that are in a block each.
  private static func blocks(_ count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: PostingList.blockSize).map {
      $0..<min($0 + PostingList.blockSize, count)
    }
  }

  /// Returns the passage from which the distances of a block are counted.
  @inline(__always)
  private static func start(
    of block: Range<Int>, _ passages: UnsafeBufferPointer<UInt32>
  ) -> UInt32 {
    block.lowerBound == 0 ? 0 : passages[block.lowerBound &- 1] &+ 1
  }

  /// Returns whether every passage of other postings is here, with at least its frequency there.
  public func covers(_ other: UnpackedPostings) -> Bool {
    let (own, others) = (PostingList(self), PostingList(other))
    let size = PostingList.blockSize
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * size) { room in
      guard let passages = room.baseAddress else { return false }
      let wanted = passages + size
      var block = 0
      var unpackedBlock = -1
      var slot = 0
      for otherBlock in 0..<others.blockCount {
        _ = others.unpackPassages(ofBlock: otherBlock, into: wanted)
        for place in 0..<others.postingCount(ofBlock: otherBlock) {
          while block < own.blockCount, own.lastPassage(ofBlock: block) < wanted[place] {
            block += 1
          }
          guard block < own.blockCount else { return false }
          if block != unpackedBlock {
            _ = own.unpackPassages(ofBlock: block, into: passages)
            unpackedBlock = block
            slot = 0
          }
          // The block's last passage is at or after the wanted one.
          while passages[slot] < wanted[place] { slot += 1 }
          guard passages[slot] == wanted[place],
            storage.frequencies[block * size + slot]
              >= other.storage.frequencies[otherBlock * size + place]
          else { return false }
        }
      }
      return true
    }
  }
}
