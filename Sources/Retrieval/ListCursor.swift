import SegmentFormat

/// Walks one posting list and scores it. A cursor and its scorer are one type, so that no call per
/// posting crosses a module.
struct ListCursor {
  /// A passage number above all others: the list is exhausted.
  static let end = UInt32.max

  let list: PostingList
  /// idf times the list's share, in units of 2⁻¹⁶.
  let weight: UInt64
  private let saturation: Unmanaged<SaturationTable>
  private let rows: UnsafePointer<UInt16>
  private let lengthCodes: UnsafePointer<UInt8>
  /// Room for a block's passages and frequencies, 128 each.
  private let passages: UnsafeMutablePointer<UInt32>
  private let frequencies: UnsafeMutablePointer<UInt32>

  /// The block whose bound was looked at last; never behind the unpacked one.
  private(set) var block = 0
  private var unpackedBlock = -1
  private var hasFrequencies = false
  private var packedFrequencies: PostingList.Frequencies?
  /// What no frequency of the unpacked block exceeds.
  private var frequencyLimit = 0
  private var slot = 0
  private var count = 0
  /// The bytes of a block made no sense; the list was ended there.
  private(set) var isDamaged = false

  /// - Parameters:
  ///   - buffer: room for 256 numbers, not shared with another cursor.
  ///   - saturation: has to outlive the cursor.
  init(
    _ list: PostingList, weight: UInt64, saturation: SaturationTable,
    lengthCodes: UnsafePointer<UInt8>, buffer: UnsafeMutablePointer<UInt32>
  ) {
    self.list = list
    self.weight = weight
    self.saturation = Unmanaged.passUnretained(saturation)
    rows = saturation.rows
    self.lengthCodes = lengthCodes
    passages = buffer
    frequencies = buffer + PostingList.blockSize
  }

  /// The score of a frequency in a passage of a length.
  @inline(__always)
  private func score(_ frequency: Int, _ lengthCode: UInt8) -> Int32 {
    let saturated =
      frequency < SaturationTable.rowCount
      ? rows[frequency &<< 8 | Int(lengthCode)]
      : saturation._withUnsafeGuaranteedRef {
        $0.saturation(frequency: frequency, lengthCode: lengthCode)
      }
    return Int32(
      truncatingIfNeeded: (weight &* UInt64(saturated)) &>> SaturationTable.scaleBits)
  }

  @inline(__always)
  func bound(ofBlock block: Int) -> Int32 {
    let bound = list.bound(ofBlock: block)
    return score(Int(bound.greatestFrequency), bound.leastLengthCode)
  }

  // MARK: Bounds, without unpacking

  /// Moves the bound's block to the first that reaches `target` or beyond.
  @inline(__always)
  private mutating func seekBlock(_ target: UInt32) {
    while block < list.blockCount, list.lastPassage(ofBlock: block) < target { block &+= 1 }
  }

  /// The greatest score from this list for any passage in `start..<end`; 0 where it has none there
  /// for certain.
  @inline(__always)
  mutating func bound(from start: UInt32, to end: UInt32) -> Int32 {
    seekBlock(start)
    guard block < list.blockCount, !isDamaged else { return 0 }
    // What is unpacked tells exactly whether the list goes on beyond the window.
    if unpackedBlock == block, slot < count, passages[count &- 1] >= start {
      let first = firstSlot(at: start)
      slot = first
      if first < count, passages[first] >= end { return 0 }
    } else if block > 0, list.lastPassage(ofBlock: block &- 1) &+ 1 >= end {
      return 0
    }
    var greatest = bound(ofBlock: block)
    var next = block
    while list.lastPassage(ofBlock: next) < end &- 1, next &+ 1 < list.blockCount {
      next &+= 1
      greatest = max(greatest, bound(ofBlock: next))
    }
    return greatest
  }

  // MARK: Postings

  /// Unpacks the current block unless it is; false at the end of the list.
  @inline(__always)
  private mutating func unpack() -> Bool {
    guard block < list.blockCount, !isDamaged else { return false }
    if unpackedBlock == block { return true }
    guard let packed = list.unpackPassages(ofBlock: block, into: passages) else {
      isDamaged = true
      return false
    }
    packedFrequencies = packed
    frequencyLimit = packed.limit
    hasFrequencies = false
    unpackedBlock = block
    count = list.postingCount(ofBlock: block)
    slot = 0
    return true
  }

  @inline(__always)
  private mutating func unpackFrequencies() {
    guard !hasFrequencies else { return }
    packedFrequencies?.unpack(into: frequencies)
    hasFrequencies = true
  }

  /// The first slot from the current one on whose passage is at or after `target`; `count` where
  /// the block has none.
  @inline(__always)
  private func firstSlot(at target: UInt32) -> Int {
    // Most steps are short: a few slots are tried before the rest is halved.
    var low = slot
    let near = min(low &+ 4, count)
    while low < near {
      if passages[low] >= target { return low }
      low &+= 1
    }
    var length = count &- low
    while length > 0 {
      let half = length >> 1
      if passages[low &+ half] < target {
        low &+= half &+ 1
        length &-= half &+ 1
      } else {
        length = half
      }
    }
    return low
  }

  /// The passage at or after `target`, or `end`.
  @inline(__always)
  mutating func advance(to target: UInt32) -> UInt32 {
    seekBlock(target)
    guard unpack() else { return ListCursor.end }
    let index = firstSlot(at: target)
    slot = index
    // The block's last passage is at or after the target.
    return index < count ? passages[index] : ListCursor.end
  }

  /// The score of the passage that `advance` found.
  @inline(__always)
  mutating func currentScore() -> Int32 {
    unpackFrequencies()
    return score(Int(frequencies[slot]), lengthCodes[Int(passages[slot])])
  }

  /// Adds the scores of all postings in `start..<end` to a window that counts from `start`.
  @inline(__always)
  mutating func accumulate(
    from start: UInt32, to end: UInt32, into window: WindowSums
  ) {
    guard advance(to: start) < end else { return }
    while true {
      unpackFrequencies()
      var limit = count
      if passages[count &- 1] >= end {
        limit = firstSlot(at: end)
      }
      if frequencyLimit < SaturationTable.rowCount {
        let weight = weight
        let rows = rows
        let lengthCodes = lengthCodes
        let sums = window.sums
        let touched = window.touched
        for index in slot..<limit {
          let passage = passages[index]
          let row = rows + Int(frequencies[index] &<< 8 | UInt32(lengthCodes[Int(passage)]))
          let score = Int32(
            truncatingIfNeeded: (weight &* UInt64(row.pointee)) &>> SaturationTable.scaleBits)
          sums[Int(passage &- start)] &+= score
          touched[Int(passage &- start) >> 6] |= 1 &<< UInt64(passage &- start & 63)
        }
      } else {
        for index in slot..<limit {
          let passage = passages[index]
          window.add(
            score(Int(frequencies[index]), lengthCodes[Int(passage)]), at: Int(passage &- start))
        }
      }
      slot = limit
      guard limit == count else { return }
      block &+= 1
      guard unpack(), passages[0] < end else { return }
    }
  }

  /// Adds this list's scores to candidates and keeps those that end above `least`.
  ///
  /// - Parameters:
  ///   - candidates: ascending passages, with their sums so far; the kept ones are moved to the
  ///     front.
  ///   - bound: the greatest score that this list can give to one of them.
  /// - Returns: how many are kept.
  @inline(__always)
  mutating func complete(
    _ candidates: UnsafeMutablePointer<UInt32>, _ sums: UnsafeMutablePointer<Int32>, count: Int,
    bound: Int32, above least: Int32
  ) -> Int {
    var kept = 0
    for index in 0..<count {
      let candidate = candidates[index]
      var sum = sums[index]
      guard sum &+ bound > least else { continue }
      if advance(to: candidate) == candidate { sum &+= currentScore() }
      candidates[kept] = candidate
      sums[kept] = sum
      kept &+= sum > least ? 1 : 0
    }
    return kept
  }
}
