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
  /// Passages in a window.
  private static let windowSize: UInt32 = 1 << 12

  private let sums: UnsafeMutablePointer<Int32>
  private var order: [(bound: Int32, cursor: Int)] = []

  init() {
    sums = .allocate(capacity: Int(MaxScore.windowSize))
    sums.initialize(repeating: 0, count: Int(MaxScore.windowSize))
  }

  deinit { sums.deallocate() }

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
      let windowEnd = min(start &+ MaxScore.windowSize, end)
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
      cursors[order[index].cursor].accumulate(from: start, to: end, into: sums)
    }
    collect(cursors, start, Int(end &- start), optional, before: essential, segment, filter, &top)
  }

  /// Takes the sums that can get over the threshold out of the window, and clears it.
  @inline(__always)
  private func collect(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, _ start: UInt32, _ count: Int,
    _ optional: Int32, before essential: Int, _ segment: Int32, _ filter: PassageFilter?,
    _ top: inout TopPassages
  ) {
    let window = UnsafeMutableRawPointer(sums)
    let stride = MemoryLayout<SIMD8<Int32>>.stride
    // What a sum has to be above; it grows with each passage that is kept.
    var least = max(top.threshold &- optional, 0)
    var slot = 0
    // The window is a multiple of sixteen, and what lies behind `count` is zero.
    while slot < count {
      let first = window.loadUnaligned(fromByteOffset: slot &* 4, as: SIMD8<Int32>.self)
      let second = window.loadUnaligned(fromByteOffset: slot &* 4 &+ stride, as: SIMD8<Int32>.self)
      // A difference is negative where a sum is over the least; `any(sums .> least)` would look at
      // lane after lane.
      let differences = (least &- first) | (least &- second)
      let signs = unsafeBitCast(differences, to: SIMD4<UInt64>.self)
      if (signs[0] | signs[1] | signs[2] | signs[3]) & 0x8000_0000_8000_0000 != 0 {
        for lane in slot..<slot &+ 16 where sums[lane] > least {
          complete(
            cursors, sums[lane], start &+ UInt32(lane), optional, before: essential, segment,
            filter, &top)
          least = max(top.threshold &- optional, 0)
        }
      }
      window.storeBytes(of: SIMD8(), toByteOffset: slot &* 4, as: SIMD8<Int32>.self)
      window.storeBytes(of: SIMD8(), toByteOffset: slot &* 4 &+ stride, as: SIMD8<Int32>.self)
      slot &+= 16
    }
  }

  /// Adds what the optional lists give to a passage and keeps it if it is good enough.
  @inline(__always)
  private func complete(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, _ sum: Int32, _ passage: UInt32,
    _ optional: Int32, before essential: Int, _ segment: Int32,
    _ filter: PassageFilter?, _ top: inout TopPassages
  ) {
    var sum = sum
    var hoped = optional
    var index = essential
    while index > 0 {
      guard sum &+ hoped > top.threshold else { return }
      index -= 1
      let (bound, cursor) = order[index]
      hoped &-= bound
      if cursors[cursor].advance(to: passage) == passage {
        sum &+= cursors[cursor].currentScore()
      }
    }
    guard sum > top.threshold, filter?.admits(passage) ?? true else { return }
    top.insert(TopPassages.Entry(score: sum, segment: segment, passage: passage))
  }
}
