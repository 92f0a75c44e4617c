import SegmentFormat

/// Finds the passages with the greatest sums of scores over several lists, in windows of the
/// passage numbers.
///
/// In each window the lists are ordered by the greatest score that they can give there. Those whose
/// bounds together cannot lift a passage over the weakest one kept are only consulted for passages
/// that the other, essential lists have found (Turtle & Flood, "Query evaluation: strategies and
/// optimizations", 1995; with bounds by block after Ding & Suel, "Faster top-k document retrieval
/// using block-max indexes", 2011). Essential lists are added up list by list in a window that stays
/// in the nearer caches.
struct MaxScore: ~Copyable {
  private let window = WindowSums()
  private var candidates = WindowCandidates()
  /// Whether the window's sums are not all zero.
  private var isUsed = false
  private var lists = WindowLists()
  /// Walking a posting costs about an eighth of looking up a candidate.
  private static let postingsPerLookup = 8
  /// The same ratio for postings of essential lists, not all of which become candidates.
  private static let postingsPerCandidate = 2
  /// Passages in the first window; all windows begin at a multiple of 64, as words of marks do.
  private static let firstWindow: UInt32 = 512

  /// Adds a segment's best passages to `top`.
  ///
  /// - Parameters:
  ///   - cursors: One for each list; used up.
  ///   - passageCount: The passages in the segment.
  ///   - filter: The passages that may be returned; nil for all.
  mutating func search(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, passageCount: Int, segment: Int32,
    filter: PassageFilter?, into top: inout TopPassages
  ) {
    var start: UInt32 = 0
    let end = UInt32(passageCount)
    // While few passages are known, hardly any can be skipped: the first windows are small.
    var size = MaxScore.firstWindow
    while start < end {
      let windowEnd = min(start &+ size, end)
      searchWindow(cursors, start, windowEnd, segment, filter, &top)
      start = windowEnd
      size = min(2 &* size, WindowSums.size)
    }
  }

  @inline(__always)
  private mutating func searchWindow(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, _ start: UInt32, _ end: UInt32,
    _ segment: Int32, _ filter: PassageFilter?, _ top: inout TopPassages
  ) {
    lists.update(cursors, from: start, to: end)
    let threshold = top.threshold
    // The lists before `essential` cannot lift a passage over the threshold by themselves.
    var essential = 0
    var optional: Int32 = 0
    while essential < lists.count, optional &+ lists[essential].bound.score <= threshold {
      optional &+= lists[essential].bound.score
      essential += 1
    }
    guard essential < lists.count else { return }
    findCandidates(cursors, &essential, &optional, start, end, threshold: threshold)
    complete(cursors, optional, before: essential, start, end, threshold: threshold)
    if isUsed { window.clear(Int(end &- start)) }
    isUsed = false
    for slot in 0..<candidates.count where candidates.sums[slot] > top.threshold {
      let passage = candidates.passages[slot]
      guard filter?.admits(passage) ?? true else { continue }
      top.insert(
        TopPassages.Entry(score: candidates.sums[slot], segment: segment, passage: passage))
    }
  }

  /// Finds the passages that the essential lists together may lift over the threshold.
  ///
  /// - Parameters:
  ///   - essential: Where the essential lists begin; lowered if others are added too.
  ///   - optional: The most that the lists before it can give.
  @inline(__always)
  private mutating func findCandidates(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, _ essential: inout Int,
    _ optional: inout Int32, _ start: UInt32, _ end: UInt32, threshold: Int32
  ) {
    let least = max(threshold &- optional, 0)
    if essential == lists.count - 1 {
      candidates.count = cursors[lists[essential].cursor].collect(
        from: start, to: end, above: least, into: candidates.passages, candidates.sums)
      return
    }
    var postings = 0
    for index in essential..<lists.count {
      postings &+= cursors[lists[index].cursor].accumulate(
        from: start, to: end, above: least, into: window)
    }
    // Lists that are not much longer are added in full, before there are candidates.
    while essential > 0,
      lists[essential &- 1].bound.blockCount &* PostingList.blockSize
        <= postings &* MaxScore.postingsPerCandidate
    {
      essential &-= 1
      optional &-= lists[essential].bound.score
      cursors[lists[essential].cursor].add(from: start, to: end, into: window)
    }
    candidates.count = window.takeMarked(
      Int(end &- start), from: start, above: max(threshold &- optional, 0),
      into: candidates.passages, candidates.sums)
    isUsed = true
  }

  /// Adds the scores of the optional lists to the candidates, the list with the greatest bound first,
  /// and drops candidates that can no longer exceed the threshold.
  @inline(__always)
  private mutating func complete(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, _ optional: Int32, before essential: Int,
    _ start: UInt32, _ end: UInt32, threshold: Int32
  ) {
    var hoped = optional
    var index = essential
    while index > 0, candidates.count > 0 {
      index &-= 1
      let (bound, cursor) = (lists[index].bound, lists[index].cursor)
      hoped &-= bound.score
      if bound.blockCount &* PostingList.blockSize
        <= candidates.count &* MaxScore.postingsPerLookup
      {
        candidates.write(to: window, from: start)
        cursors[cursor].add(from: start, to: end, into: window)
        candidates.read(from: window, from: start)
        isUsed = true
      } else {
        cursors[cursor].complete(
          candidates.passages, candidates.sums, count: candidates.count,
          above: threshold &- hoped)
      }
      candidates.keep(above: threshold &- hoped)
    }
  }
}

/// The lists that have postings in a window, ordered by the most that they can give there, ascending.
private struct WindowLists: ~Copyable {
  struct Entry {
    var bound: ListCursor.WindowBound
    /// Index of the list's cursor.
    var cursor: Int
  }

  private var entries: UnsafeMutablePointer<Entry> = .allocate(capacity: 0)
  private var capacity = 0
  private(set) var count = 0

  deinit { entries.deallocate() }

  /// - Parameter index: Below `count`.
  @inline(__always)
  subscript(index: Int) -> Entry { entries[index] }

  /// Determines what each list can give to the passages in `start..<end`.
  @inline(__always)
  mutating func update(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, from start: UInt32, to end: UInt32
  ) {
    reserve(cursors.count)
    count = 0
    for index in 0..<cursors.count {
      let bound = cursors[index].bound(from: start, to: end)
      guard bound.score > 0 else { continue }
      var place = count
      count &+= 1
      while place > 0, entries[place &- 1].bound.score > bound.score {
        entries[place] = entries[place &- 1]
        place &-= 1
      }
      entries[place] = Entry(bound: bound, cursor: index)
    }
  }

  @inline(__always)
  private mutating func reserve(_ wanted: Int) {
    guard capacity < wanted else { return }
    entries.deallocate()
    entries = .allocate(capacity: wanted)
    capacity = wanted
  }
}
