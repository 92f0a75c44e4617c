import SegmentFormat

/// Finds the passages with the greatest sums of scores over several lists, in windows of the
/// passage numbers.
///
/// In each window, the words are ordered by the bounds of their scores there. Words whose bounds
/// together are too low to lift a passage over the weakest result so far are only consulted for
/// passages that the other, essential words have found (Turtle & Flood, "Query evaluation:
/// strategies and optimizations", 1995; with bounds of blocks as in Ding & Suel, "Faster top-k
/// document retrieval using block-max indexes", 2011). The lists of essential words are added one
/// after the other to a window that stays in the processor's caches.
///
/// If a word has several lists, the first holds every passage of the others with at least their
/// frequency. Only the first is walked, with the weight of all, for an upper bound of what the word
/// adds to a passage. The others are consulted for the passages whose bounds are high enough.
struct MaxScore<Sum: ScoreSum>: ~Copyable {
  private let window = WindowSums<Sum>()
  private var candidates = WindowCandidates<Sum>()
  /// A Boolean value that indicates whether any of the window's sums may be nonzero.
  private var isUsed = false
  private var words = WindowLists()
  /// The lists besides the first of each word.
  private var others = WindowLists()
  /// The number of postings that can be walked in about the time of one look-up of a candidate.
  private var postingsPerLookup: Int { 8 }
  /// The same ratio for a posting of an essential list, which does not always become a candidate.
  private var postingsPerCandidate: Int { 2 }
  /// The number of passages in the first window.
  private var firstWindow: UInt32 { 512 }
  /// The greatest number of passages in a segment that is searched in one window.
  private var smallSegment: UInt32 { 1 << 10 }

  /// Adds a segment's best passages to `top`.
  ///
  /// - Parameters:
  ///   - cursors: A cursor for each list, at its beginning. The search moves the cursors to the
  ///     end.
  ///   - wordLists: The lists of each word.
  ///   - passageCount: The number of passages in the segment.
  ///   - segment: The number of the segment.
  ///   - filter: The filter of the passages that may be returned, or nil for all passages.
  ///   - top: The best passages so far.
  mutating func search(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, _ wordLists: [WordLists],
    passageCount: Int, segment: Int32, filter: PassageFilter?, into top: inout TopPassages
  ) {
    words.reserve(cursors.count)
    others.reserve(cursors.count)
    var start: UInt32 = 0
    let end = UInt32(passageCount)
    // The first windows are small, because hardly any passages can be skipped until some are known.
    var size = end <= smallSegment ? end : firstWindow
    while start < end {
      let windowEnd = min(start &+ size, end)
      determineBounds(cursors, wordLists, start, windowEnd)
      searchWindow(cursors, start, windowEnd, segment, filter, &top)
      start = windowEnd
      size = min(2 &* size, Sum.windowSize)
    }
  }

  /// Determines the bound of each word for the passages in `start..<end`.
  @inline(__always)
  private mutating func determineBounds(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, _ wordLists: [WordLists], _ start: UInt32,
    _ end: UInt32
  ) {
    words.removeAll()
    others.removeAll()
    for lists in wordLists {
      let first = lists.first
      let bound = cursors[first].bound(from: start, to: end)
      guard bound.saturation > 0 else { continue }
      let weight = cursors[first].weight
      var lifted = weight
      var score = ListCursor.score(weight, bound.saturation)
      for cursor in first &+ 1..<lists.end {
        let other = cursors[cursor].bound(from: start, to: end)
        guard other.saturation > 0 else { continue }
        let weight = cursors[cursor].weight
        lifted &+= weight
        let greatest = ListCursor.score(weight, min(other.saturation, bound.saturation))
        score &+= greatest
        others.insert(
          WindowLists.Entry(bound: greatest, blockCount: other.blockCount, cursor: cursor))
      }
      cursors[first].liftedWeight = lifted
      words.insert(
        WindowLists.Entry(bound: score, blockCount: bound.blockCount, cursor: first))
    }
  }

  @inline(__always)
  private mutating func searchWindow(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, _ start: UInt32, _ end: UInt32,
    _ segment: Int32, _ filter: PassageFilter?, _ top: inout TopPassages
  ) {
    let threshold = top.threshold
    // The words before `essential` alone cannot lift a passage over the threshold.
    var essential = 0
    var optional: Int32 = 0
    while essential < words.count, optional &+ words[essential].bound <= threshold {
      optional &+= words[essential].bound
      essential += 1
    }
    guard essential < words.count else { return }
    findCandidates(cursors, &essential, &optional, start, end, threshold: threshold)
    complete(cursors, optional, before: essential, start, end, threshold: threshold)
    refine(cursors, start, end, threshold: threshold)
    // Passages with equal scores are inserted in their order.
    candidates.sort(with: window, start, to: end)
    if isUsed { window.clear(Int(end &- start)) }
    isUsed = false
    for slot in 0..<candidates.count where candidates.sums[slot].score > top.threshold {
      let passage = candidates.passages[slot]
      guard filter?.admits(passage) ?? true else { continue }
      top.insert(
        TopPassages.Entry(score: candidates.sums[slot].score, segment: segment, passage: passage))
    }
  }

  /// Finds the passages of essential words that may exceed the threshold.
  ///
  /// - Parameters:
  ///   - cursors: The cursor of each list.
  ///   - essential: The index of the first essential word. It is lowered if other words are added
  ///     too.
  ///   - optional: The sum of the bounds of the words before `essential`.
  ///   - start: The first passage of the window.
  ///   - end: The end of the window.
  ///   - threshold: The score to exceed.
  @inline(__always)
  private mutating func findCandidates(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, _ essential: inout Int,
    _ optional: inout Int32, _ start: UInt32, _ end: UInt32, threshold: Int32
  ) {
    let least = max(threshold &- optional, 0)
    if essential == words.count - 1 {
      candidates.setSortedCount(
        cursors[words[essential].cursor].collect(
          from: start, to: end, above: least, into: candidates.passages, candidates.sums))
      return
    }
    var postings = 0
    var found = 0
    for index in essential..<words.count {
      postings &+= cursors[words[index].cursor].accumulate(
        from: start, to: end, above: least, into: window, candidates.passages, &found)
    }
    // Optional lists that are not much longer are added in full before candidates are selected.
    while essential > 0,
      words[essential &- 1].blockCount &* PostingList.blockSize
        <= postings &* postingsPerCandidate
    {
      essential &-= 1
      optional &-= words[essential].bound
      cursors[words[essential].cursor].add(from: start, to: end, into: window)
    }
    candidates.take(found, from: window, start, to: end, above: max(threshold &- optional, 0))
    isUsed = true
  }

  /// Adds the scores of the optional words to the candidates, beginning with the greatest bound,
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
      let list = words[index]
      hoped &-= list.bound
      if isWalked(list) {
        candidates.write(to: window, from: start)
        cursors[list.cursor].add(from: start, to: end, into: window)
        candidates.read(from: window, from: start)
        isUsed = true
      } else {
        candidates.sort(with: window, start, to: end)
        cursors[list.cursor].complete(
          candidates.passages, candidates.sums, count: candidates.count,
          above: threshold &- hoped)
      }
      candidates.keep(above: threshold &- hoped)
    }
  }

  /// Adds the scores of the other lists of words, which the bounds of candidates include already,
  /// beginning with the greatest bound, and drops candidates that can no longer exceed the
  /// threshold.
  @inline(__always)
  private mutating func refine(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, _ start: UInt32, _ end: UInt32,
    threshold: Int32
  ) {
    var hoped: Int32 = 0
    for index in 0..<others.count { hoped &+= others[index].bound }
    candidates.keepRefined(above: threshold &- hoped)
    guard candidates.count > 0 else { return }
    var left = 0
    for index in 0..<others.count {
      let list = others[index]
      guard isWalked(list) else {
        others.move(index, to: left)
        left &+= 1
        continue
      }
      // All lists that are walked share one window.
      if index == left { candidates.write(to: window, from: start) }
      cursors[list.cursor].refine(from: start, to: end, in: window)
      hoped &-= list.bound
    }
    if left < others.count {
      candidates.read(from: window, from: start)
      isUsed = true
      candidates.keepRefined(above: threshold &- hoped)
    }
    if left > 0 { candidates.sort(with: window, start, to: end) }
    while left > 0, candidates.count > 0 {
      left &-= 1
      hoped &-= others[left].bound
      cursors[others[left].cursor].refine(
        candidates.passages, candidates.sums, count: candidates.count, above: threshold &- hoped)
      candidates.keepRefined(above: threshold &- hoped)
    }
  }

  /// Returns whether it is cheaper to walk a list than to look up all candidates in it.
  @inline(__always)
  private func isWalked(_ list: WindowLists.Entry) -> Bool {
    list.blockCount &* PostingList.blockSize <= candidates.count &* postingsPerLookup
  }
}

/// The range of the cursors of a word's lists.
struct WordLists {
  /// The cursor of the list that holds all passages of the others.
  var first: Int
  var end: Int
}

/// Lists that have postings in a window, in ascending order of their bounds there.
private struct WindowLists: ~Copyable {
  struct Entry {
    /// The upper bound of the scores: of the list, or of all lists of the word.
    var bound: Int32
    /// The number of the list's blocks that may have postings in the window.
    var blockCount: Int
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

  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// Inserts a list. There must be room for it.
  @inline(__always)
  mutating func insert(_ entry: Entry) {
    var place = count
    count &+= 1
    while place > 0, entries[place &- 1].bound > entry.bound {
      entries[place] = entries[place &- 1]
      place &-= 1
    }
    entries[place] = entry
  }

  /// Moves a list over another one, of which it takes the place.
  @inline(__always)
  mutating func move(_ index: Int, to place: Int) { entries[place] = entries[index] }

  /// Makes room for `wanted` lists.
  mutating func reserve(_ wanted: Int) {
    guard capacity < wanted else { return }
    entries.deallocate()
    entries = .allocate(capacity: wanted)
    capacity = wanted
  }
}
