/// Finds the passages with the greatest sums of scores over several lists, in windows of the
/// passage numbers.
///
/// In each window the lists are ordered by the greatest score that they can give there. Those whose
/// bounds together cannot lift a passage over the weakest one kept are only consulted for passages
/// that the other, essential lists have found (Turtle & Flood, "Query evaluation: strategies and
/// optimizations", 1995; with bounds by block after Ding & Suel, "Faster top-k document retrieval
/// using block-max indexes", 2011). Essential lists are added up list by list in a window that stays
/// in the nearest cache.
struct MaxScore: ~Copyable {
  private let window = WindowSums()
  /// Passages of the window that may be good enough, ascending, and what they have so far.
  private let candidatePassages: UnsafeMutablePointer<UInt32>
  private let candidateSums: UnsafeMutablePointer<Int32>
  private var order: [(bound: Int32, cursor: Int)] = []

  init() {
    let size = Int(WindowSums.size)
    // One more, for the candidate that is written before it is known to be one.
    candidatePassages = .allocate(capacity: size + 1)
    candidateSums = .allocate(capacity: size + 1)
  }

  deinit {
    candidatePassages.deallocate()
    candidateSums.deallocate()
  }

  /// Adds a segment's best passages to `top`.
  ///
  /// - Parameters:
  ///   - cursors: one for each list; used up.
  ///   - passageCount: passages in the segment.
  ///   - filter: passages that may be returned; nil for all.
  mutating func search(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, passageCount: Int, segment: Int32,
    filter: PassageFilter?, into top: inout TopPassages
  ) {
    var start: UInt32 = 0
    let end = UInt32(passageCount)
    while start < end {
      let windowEnd = min(start &+ WindowSums.size, end)
      searchWindow(cursors, start, windowEnd, segment, filter, &top)
      start = windowEnd
    }
  }

  @inline(__always)
  private mutating func searchWindow(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, _ start: UInt32, _ end: UInt32,
    _ segment: Int32, _ filter: PassageFilter?, _ top: inout TopPassages
  ) {
    order.removeAll(keepingCapacity: true)
    for index in 0..<cursors.count {
      let bound = cursors[index].bound(from: start, to: end)
      guard bound > 0 else { continue }
      var place = order.count
      while place > 0, order[place - 1].bound > bound { place -= 1 }
      order.insert((bound, index), at: place)
    }
    // The lists before `essential` cannot lift a passage over the threshold by themselves.
    var essential = 0
    var optional: Int32 = 0
    while essential < order.count, optional &+ order[essential].bound <= top.threshold {
      optional &+= order[essential].bound
      essential += 1
    }
    guard essential < order.count else { return }
    for index in essential..<order.count {
      cursors[order[index].cursor].accumulate(from: start, to: end, into: window)
    }
    let candidates = takeCandidates(start, above: max(top.threshold &- optional, 0))
    let found = complete(
      cursors, candidates, optional, before: essential, threshold: top.threshold)
    for slot in 0..<found where candidateSums[slot] > top.threshold {
      let passage = candidatePassages[slot]
      guard filter?.admits(passage) ?? true else { continue }
      top.insert(
        TopPassages.Entry(score: candidateSums[slot], segment: segment, passage: passage))
    }
  }

  /// Moves the sums above `least` out of the window into the list of candidates, and clears it.
  @inline(__always)
  private func takeCandidates(_ start: UInt32, above least: Int32) -> Int {
    var found = 0
    for word in 0..<WindowSums.wordCount {
      var bits = window.touched[word]
      guard bits != 0 else { continue }
      window.touched[word] = 0
      repeat {
        let slot = word &* 64 &+ bits.trailingZeroBitCount
        bits &= bits &- 1
        let sum = window.sums[slot]
        window.sums[slot] = 0
        candidatePassages[found] = start &+ UInt32(truncatingIfNeeded: slot)
        candidateSums[found] = sum
        found &+= sum > least ? 1 : 0
      } while bits != 0
    }
    return found
  }

  /// Adds what the optional lists give to the candidates, the list with the greatest bound first,
  /// and drops those that can no longer get over the threshold.
  ///
  /// - Returns: how many are left.
  @inline(__always)
  private func complete(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, _ candidates: Int, _ optional: Int32,
    before essential: Int, threshold: Int32
  ) -> Int {
    var left = candidates
    var hoped = optional
    var index = essential
    while index > 0, left > 0 {
      index &-= 1
      let (bound, cursor) = order[index]
      hoped &-= bound
      left = cursors[cursor].complete(
        candidatePassages, candidateSums, count: left, bound: bound, above: threshold &- hoped)
    }
    return left
  }
}
