import SegmentFormat

/// Walks one posting list and scores it. The cursor and its scorer are one type in one module,
/// because a call across modules for each posting is measurably slower.
struct ListCursor {
  /// The passage number of an exhausted list, which is greater than all others.
  static let end = UInt32.max

  let list: PostingList
  /// The weight of the list, scaled to the units of `ScoreScale`. It is the limit of the list's
  /// scores.
  let weight: UInt64
  /// The weight of the list and of those lists of the same word that follow it in the plan and may
  /// have postings in the current window. See `WordLists`.
  var liftedWeight: UInt64
  /// The rows of the saturation table from frequency 1 on.
  private let rows: UnsafePointer<UInt16>
  /// The norms of the saturation table, for frequencies without a row.
  private let norms: UnsafePointer<Float>
  private let lengthCodes: UnsafePointer<UInt8>
  /// A buffer for the passages of a block, followed by its frequencies less one, 128 each.
  private let passages: UnsafeMutablePointer<UInt32>

  /// The current block, whose bound was read last. It never precedes the unpacked block.
  private(set) var block = 0
  private var unpackedBlock = -1
  private var hasFrequencies = false
  private var packedFrequencies: PostingList.Frequencies?
  /// An upper bound of the frequencies of the unpacked block.
  private var frequencyLimit = 0
  private var slot = 0
  private var count = 0
  /// A Boolean value that indicates whether a damaged block has ended the list.
  private(set) var isDamaged = false

  /// - Parameters:
  ///   - list: The posting list.
  ///   - weight: The weight of the list, in the units of `ScoreScale`.
  ///   - saturation: The saturation table, which must outlive the cursor.
  ///   - lengthCodes: The `LengthCode` of each passage of the segment.
  ///   - buffer: A buffer for 256 numbers, which no other cursor uses.
  init(
    _ list: PostingList, weight: UInt64, saturation: SaturationTable,
    lengthCodes: UnsafePointer<UInt8>, buffer: UnsafeMutablePointer<UInt32>
  ) {
    self.list = list
    self.weight = weight
    liftedWeight = weight
    norms = saturation.norms
    rows = saturation.rows + SaturationTable.rowSize
    self.lengthCodes = lengthCodes
    passages = buffer
  }

  private var repeats: UnsafeMutablePointer<UInt32> { passages + PostingList.blockSize }

  /// Returns the saturated weight of a frequency for the length of a passage.
  @inline(__always)
  private func saturation(_ frequency: Int, _ lengthCode: UInt8) -> UInt64 {
    UInt64(
      frequency < SaturationTable.rowCount
        ? rows[(frequency &- 1) &* SaturationTable.rowSize &+ Int(lengthCode)]
        : SaturationTable.saturation(frequency, norms[Int(lengthCode)]))
  }

  /// Returns an upper bound of the saturated weights in a block.
  @inline(__always)
  private func saturation(ofBlock block: Int) -> UInt64 {
    let bound = list.bound(ofBlock: block)
    return saturation(Int(bound.greatestFrequency), bound.leastLengthCode)
  }

  /// Returns the score of a saturated weight.
  @inline(__always)
  static func score(_ weight: UInt64, _ saturation: UInt64) -> Int32 {
    Int32(weight, lifted: weight, saturation)
  }

  // MARK: Bounds, without unpacking

  /// Advances to the first block whose last passage is at or after `target`.
  @inline(__always)
  private mutating func seekBlock(_ target: UInt32) {
    while block < list.blockCount, list.lastPassage(ofBlock: block) < target { block &+= 1 }
  }

  /// A bound of a list's scores in a window, which is computed without unpacking.
  struct WindowBound {
    /// The upper bound of the saturated weights, or 0 if the list certainly has no postings in the
    /// window.
    var saturation: UInt64 = 0
    /// The number of blocks that may have postings in the window.
    var blockCount = 0
  }

  /// Returns the bound for the passages in `start..<end`.
  @inline(__always)
  mutating func bound(from start: UInt32, to end: UInt32) -> WindowBound {
    seekBlock(start)
    guard block < list.blockCount, !isDamaged else { return WindowBound() }
    // An unpacked block determines exactly whether the list continues beyond the window.
    if unpackedBlock == block, slot < count, passages[count &- 1] >= start {
      let first = passages[slot] >= start ? slot : firstSlot(at: start)
      slot = first
      if first < count, passages[first] >= end { return WindowBound() }
    } else if block > 0, list.lastPassage(ofBlock: block &- 1) &+ 1 >= end {
      return WindowBound()
    }
    var greatest = saturation(ofBlock: block)
    var next = block
    while list.lastPassage(ofBlock: next) < end &- 1, next &+ 1 < list.blockCount {
      next &+= 1
      greatest = max(greatest, saturation(ofBlock: next))
    }
    return WindowBound(saturation: greatest, blockCount: next &- block &+ 1)
  }

  // MARK: Postings

  /// Unpacks the current block unless it is already unpacked. Returns `false` at the end of the
  /// list.
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
    for unused in count..<PostingList.blockSize { passages[unused] = ListCursor.end }
    slot = 0
    return true
  }

  @inline(__always)
  private mutating func unpackFrequencies() {
    guard !hasFrequencies else { return }
    packedFrequencies?.unpackRepeats(into: repeats)
    hasFrequencies = true
  }

  /// Returns the first slot whose passage is at or after `target`, or `count` if the block has
  /// none. It is never before the current slot.
  @inline(__always)
  private func firstSlot(at target: UInt32) -> Int {
    // A binary search without branches that could be mispredicted. Unused slots contain `end`.
    var low = 0
    var half = PostingList.blockSize / 2
    while half > 0 {
      low &+= passages[low &+ half &- 1] < target ? half : 0
      half >>= 1
    }
    return low
  }

  /// Advances to the first passage at or after `target`. Returns the passage, or `end` if there is
  /// none.
  @inline(__always)
  mutating func advance(to target: UInt32) -> UInt32 {
    seekBlock(target)
    guard unpack() else { return ListCursor.end }
    let index = firstSlot(at: target)
    slot = index
    // The block's last passage is at or after the target.
    return index < count ? passages[index] : ListCursor.end
  }

  /// Returns the score of a passage, or 0 if the list does not contain it. The result may also be 0
  /// if the bound of the score is less than `least`.
  @inline(__always)
  private mutating func score<Sum: ScoreSum>(
    of passage: UInt32, atLeast least: Int32, _ type: Sum.Type
  ) -> Sum {
    seekBlock(passage)
    if unpackedBlock != block {
      guard block < list.blockCount, !isDamaged,
        Sum(weight, lifted: liftedWeight, saturation(ofBlock: block)).limit >= least
      else { return .zero }
    }
    guard unpack() else { return .zero }
    let index = firstSlot(at: passage)
    slot = index
    guard index < count, passages[index] == passage else { return .zero }
    let frequency =
      hasFrequencies ? repeats[index] &+ 1 : packedFrequencies?.frequency(at: index) ?? 0
    return Sum(
      weight, lifted: liftedWeight, saturation(Int(frequency), lengthCodes[Int(passage)]))
  }

  /// Adds the scores of all postings in `start..<end` to a window, and lists the passages whose sums
  /// may exceed `least` now and could not before, each once. Returns the number of postings.
  ///
  /// - Parameters:
  ///   - start: The first passage of the window.
  ///   - end: The end of the window.
  ///   - least: The sum to exceed.
  ///   - window: The sums.
  ///   - candidates: A buffer for one more passage than the window has.
  ///   - found: The number of passages in the buffer.
  @inline(__always)
  mutating func accumulate<Sum: ScoreSum>(
    from start: UInt32, to end: UInt32, above least: Int32, into window: WindowSums<Sum>,
    _ candidates: UnsafeMutablePointer<UInt32>, _ found: inout Int
  ) -> Int {
    let sums = window.sums(from: start)
    var count = found
    let postings = forEachPosting(from: start, to: end) { passage, score in
      let old = sums[passage]
      let sum = old.adding(score)
      sums[passage] = sum
      candidates[count] = UInt32(truncatingIfNeeded: passage)
      // A sum only grows, so this is 1 when it passes the limit. A branch would be mispredicted.
      count &+= (sum.mayExceed(least) ? 1 : 0) &- (old.mayExceed(least) ? 1 : 0)
    }
    found = count
    return postings
  }

  /// Adds the scores of all postings in `start..<end` to a window.
  @inline(__always)
  mutating func add<Sum: ScoreSum>(
    from start: UInt32, to end: UInt32, into window: WindowSums<Sum>
  ) {
    let sums = window.sums(from: start)
    forEachPosting(from: start, to: end) { passage, score in
      sums[passage] = sums[passage].adding(score)
    }
  }

  /// Writes the passages in `start..<end` whose scores may exceed `least`, in ascending order, and
  /// their scores. Returns their number.
  ///
  /// - Parameters:
  ///   - start: The first passage of the window.
  ///   - end: The end of the window.
  ///   - least: The score to exceed.
  ///   - candidates: A buffer for `end - start + 1` passages.
  ///   - scores: A buffer for as many scores.
  @inline(__always)
  mutating func collect<Sum: ScoreSum>(
    from start: UInt32, to end: UInt32, above least: Int32,
    into candidates: UnsafeMutablePointer<UInt32>, _ scores: UnsafeMutablePointer<Sum>
  ) -> Int {
    var found = 0
    forEachPosting(from: start, to: end) { (passage, score: Sum) in
      candidates[found] = UInt32(truncatingIfNeeded: passage)
      scores[found] = score
      found &+= score.mayExceed(least) ? 1 : 0
    }
    return found
  }

  /// Calls `body` with all postings in `start..<end` and their scores. Returns their number.
  @inline(__always)
  @discardableResult
  private mutating func forEachPosting<Sum: ScoreSum>(
    from start: UInt32, to end: UInt32, _ body: (_ passage: Int, _ score: Sum) -> Void
  ) -> Int {
    guard advance(to: start) < end else { return 0 }
    var postings = 0
    let (weight, liftedWeight) = (weight, liftedWeight)
    let rows = rows
    let lengthCodes = lengthCodes
    let passages = passages
    let repeats = repeats
    while true {
      unpackFrequencies()
      let limit = passages[count &- 1] >= end ? firstSlot(at: end) : count
      if frequencyLimit < SaturationTable.rowCount {
        for index in slot..<limit {
          let passage = Int(passages[index])
          let row = rows[
            Int(repeats[index]) &* SaturationTable.rowSize &+ Int(lengthCodes[passage])]
          body(passage, Sum(weight, lifted: liftedWeight, UInt64(row)))
        }
      } else {
        for index in slot..<limit {
          let passage = Int(passages[index])
          let saturation = saturation(Int(repeats[index]) &+ 1, lengthCodes[passage])
          body(passage, Sum(weight, lifted: liftedWeight, saturation))
        }
      }
      postings &+= limit &- slot
      slot = limit
      guard limit == count else { return postings }
      block &+= 1
      guard unpack(), passages[0] < end else { return postings }
    }
  }

  /// Looks up candidates in this list, and adds its scores to their sums.
  ///
  /// - Parameters:
  ///   - candidates: The passages, in ascending order.
  ///   - sums: The sum of each passage so far.
  ///   - count: The number of candidates.
  ///   - least: The limit of a sum to exceed. A sum whose limit cannot exceed it may be left
  ///     unchanged.
  @inline(__always)
  mutating func complete<Sum: ScoreSum>(
    _ candidates: UnsafeMutablePointer<UInt32>, _ sums: UnsafeMutablePointer<Sum>, count: Int,
    above least: Int32
  ) {
    for index in 0..<count {
      let sum = sums[index]
      sums[index] = sum.adding(
        score(of: candidates[index], atLeast: least &- sum.limit &+ 1, Sum.self))
    }
  }
  /// Adds the scores of all postings in `start..<end` to a window whose bounds include them already.
  @inline(__always)
  mutating func refine<Sum: ScoreSum>(
    from start: UInt32, to end: UInt32, in window: WindowSums<Sum>
  ) {
    let sums = window.sums(from: start)
    forEachPosting(from: start, to: end) { (passage, score: Int32) in
      sums[passage] = sums[passage].refined(by: score)
    }
  }

  /// Looks up candidates in this list, whose scores their bounds include already, and adds the
  /// scores to their sums.
  ///
  /// - Parameters:
  ///   - candidates: The passages, in ascending order.
  ///   - sums: The sum of each passage so far.
  ///   - count: The number of candidates.
  ///   - least: The sum to exceed. A sum that cannot exceed it may be left unchanged.
  @inline(__always)
  mutating func refine<Sum: ScoreSum>(
    _ candidates: UnsafeMutablePointer<UInt32>, _ sums: UnsafeMutablePointer<Sum>, count: Int,
    above least: Int32
  ) {
    for index in 0..<count {
      let sum = sums[index]
      sums[index] = sum.refined(
        by: score(of: candidates[index], atLeast: least &- sum.score &+ 1, Int32.self))
    }
  }
}
