import SegmentFormat

/// Finds the passages with the greatest sums of scores over several lists, in windows of the
/// passage numbers.
///
/// In each window, the lists are ordered by the bounds of their scores there. Lists whose bounds
/// together are too low to lift a passage over the weakest result so far are only consulted for
/// passages that the other, essential lists have found (Turtle & Flood, "Query evaluation:
/// strategies and optimizations", 1995; with bounds of blocks as in Ding & Suel, "Faster top-k
/// document retrieval using block-max indexes", 2011). Essential lists are added one after the
/// other to a window that stays in the processor's caches.
struct MaxScore: ~Copyable {
  private let window = WindowSums()
  private var candidates = WindowCandidates()
  /// A Boolean value that indicates whether any of the window's sums may be nonzero.
  private var isUsed = false
  private var lists = WindowLists()
  /// The number of postings that can be walked in about the time of one look-up of a candidate.
  private static let postingsPerLookup = 8
  /// The same ratio for a posting of an essential list, which does not always become a candidate.
  private static let postingsPerCandidate = 2
  /// The number of passages in the first window. All windows begin at a multiple of 64, like the
  /// words of marks.
  private static let firstWindow: UInt32 = 512

  /// Adds a segment's best passages to `top`.
  ///
  /// - Parameters:
  ///   - cursors: A cursor for each list, at its beginning. The search moves the cursors to the
  ///     end.
  ///   - passageCount: The number of passages in the segment.
  ///   - segment: The number of the segment.
  ///   - filter: The filter of the passages that may be returned, or nil for all passages.
  ///   - top: The best passages so far.
  mutating func search(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, passageCount: Int, segment: Int32,
    filter: PassageFilter?, into top: inout TopPassages
  ) {
    var start: UInt32 = 0
    let end = UInt32(passageCount)
    // The first windows are small, because hardly any passages can be skipped until some are known.
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
    // The lists before `essential` alone cannot lift a passage over the threshold.
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

  /// Finds the passages in essential lists that may exceed the threshold.
  ///
  /// - Parameters:
  ///   - cursors: The cursor of each list.
  ///   - essential: The index of the first essential list. It is lowered if other lists are added
  ///     too.
  ///   - optional: The sum of the bounds of the lists before `essential`.
  ///   - start: The first passage of the window.
  ///   - end: The end of the window.
  ///   - threshold: The score to exceed.
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
    // Optional lists that are not much longer are added in full before candidates are selected.
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

  /// Adds the scores of the optional lists to the candidates, beginning with the greatest bound,
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

/// The lists that have postings in a window, in ascending order of their bounds there.
private struct WindowLists: ~Copyable {
  struct Entry {
    var bound: ListCursor.WindowBound
    /// The index of the list's cursor.
    var cursor: Int
  }

  private var entries: UnsafeMutablePointer<Entry> = .allocate(capacity: 0)
  private var capacity = 0
  private(set) var count = 0

  deinit { entries.deallocate() }

  /// - Parameter index: An index below `count`.
  @inline(__always)
  subscript(index: Int) -> Entry { entries[index] }

  /// Determines the bound of each list for the passages in `start..<end`.
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
