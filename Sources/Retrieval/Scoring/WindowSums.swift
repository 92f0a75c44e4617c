import Glibc

/// The sums of scores for the passages of a window.
final class WindowSums<Sum: ScoreSum> {
  private let sums: UnsafeMutablePointer<Sum>

  init() {
    // A single question touches only some of these pages.
    sums = allocateZeros(Int(Sum.windowSize))
  }

  deinit { free(sums) }

  /// Returns the sums, indexed by passage, of a window that begins at `start`.
  @inline(__always)
  func sums(from start: UInt32) -> UnsafeMutablePointer<Sum> { sums - Int(start) }

  /// Sets the first `count` sums to zero.
  @inline(__always)
  func clear(_ count: Int) { sums.update(repeating: .zero, count: count) }
}

/// Returns memory for `count` elements whose bytes are all zero. Unused memory takes no pages. It is
/// freed by `free`.
func allocateZeros<Element: BitwiseCopyable>(_ count: Int) -> UnsafeMutablePointer<Element> {
  guard let memory = calloc(max(count, 1), MemoryLayout<Element>.stride) else {
    preconditionFailure("out of memory")
  }
  return memory.bindMemory(to: Element.self, capacity: count)
}

/// The passages of a window whose scores may be high enough, with their scores so far.
struct WindowCandidates<Sum: ScoreSum>: ~Copyable {
  let passages: UnsafeMutablePointer<UInt32>
  let sums: UnsafeMutablePointer<Sum>
  var count = 0
  /// A Boolean value that indicates whether the passages are in ascending order.
  private var isSorted = true
  /// A bit for each passage of the window, by which many passages are sorted. All are 0 between
  /// uses.
  private let marks: UnsafeMutablePointer<UInt64>
  /// The greatest number of passages that are sorted in less time than the marks are read.
  private static var fewPassages: Int { 40 }

  init() {
    // One more, because a passage is written before it is known to be a candidate.
    let capacity = Int(Sum.windowSize) + 1
    passages = .allocate(capacity: capacity)
    sums = .allocate(capacity: capacity)
    marks = allocateZeros(Int(Sum.windowSize) / 64)
  }

  deinit {
    passages.deallocate()
    sums.deallocate()
    free(marks)
  }

  /// Takes the passages that `ListCursor.accumulate` has listed, of which it drops those whose sums
  /// cannot exceed `least`.
  ///
  /// - Parameters:
  ///   - found: The number of passages that are listed, in any order.
  ///   - window: The sums of the window.
  ///   - start: The first passage of the window.
  ///   - end: The end of the window.
  ///   - least: The sum to exceed.
  @inline(__always)
  mutating func take(
    _ found: Int, from window: WindowSums<Sum>, _ start: UInt32, to end: UInt32, above least: Int32
  ) {
    let all = window.sums(from: start)
    count = 0
    for index in 0..<found {
      let passage = passages[index]
      passages[count] = passage
      count &+= all[Int(passage)].mayExceed(least) ? 1 : 0
    }
    isSorted = false
    read(from: window, from: start)
  }

  /// Sorts the passages, unless they are sorted, and reads their sums from a window that holds them.
  ///
  /// Passages are sorted when their order matters, because many are dropped before.
  ///
  /// - Parameters:
  ///   - window: The sums of the window.
  ///   - start: The first passage of the window.
  ///   - end: The end of the window.
  @inline(__always)
  mutating func sort(with window: WindowSums<Sum>, _ start: UInt32, to end: UInt32) {
    guard !isSorted else { return }
    isSorted = true
    if count <= Self.fewPassages { return sortFew() }
    sortMany(from: start, to: end)
    read(from: window, from: start)
  }

  /// Sets the number of passages, which were written in ascending order with their sums.
  @inline(__always)
  mutating func setSortedCount(_ sortedCount: Int) {
    count = sortedCount
    isSorted = true
  }

  @inline(__always)
  private func sortFew() {
    for index in 0..<count {
      let passage = passages[index]
      let sum = sums[index]
      var place = index
      while place > 0, passages[place &- 1] > passage {
        passages[place] = passages[place &- 1]
        sums[place] = sums[place &- 1]
        place &-= 1
      }
      passages[place] = passage
      sums[place] = sum
    }
  }

  private func sortMany(from start: UInt32, to end: UInt32) {
    for index in 0..<count {
      let place = Int(passages[index] &- start)
      marks[place >> 6] |= 1 << UInt64(place & 63)
    }
    var sorted = 0
    for word in 0..<Int((end &- start &+ 63) >> 6) {
      var bits = marks[word]
      marks[word] = 0
      while bits != 0 {
        passages[sorted] =
          start &+ UInt32(truncatingIfNeeded: word &* 64 &+ bits.trailingZeroBitCount)
        bits &= bits &- 1
        sorted &+= 1
      }
    }
  }

  /// Drops candidates whose sums cannot exceed `least`.
  @inline(__always)
  mutating func keep(above least: Int32) {
    let least = max(least, 0)
    var kept = 0
    for index in 0..<count {
      let sum = sums[index]
      passages[kept] = passages[index]
      sums[kept] = sum
      kept &+= sum.mayExceed(least) ? 1 : 0
    }
    count = kept
  }

  /// Drops candidates whose sums do not exceed `least` without what their bounds include besides.
  @inline(__always)
  mutating func keepRefined(above least: Int32) {
    var kept = 0
    for index in 0..<count {
      let sum = sums[index]
      passages[kept] = passages[index]
      sums[kept] = sum
      kept &+= sum.score > least ? 1 : 0
    }
    count = kept
  }

  /// Writes the candidates' sums into a window that begins at `start`.
  @inline(__always)
  func write(to window: WindowSums<Sum>, from start: UInt32) {
    let all = window.sums(from: start)
    for index in 0..<count { all[Int(passages[index])] = sums[index] }
  }

  /// Reads the candidates' sums from a window that begins at `start`.
  @inline(__always)
  func read(from window: WindowSums<Sum>, from start: UInt32) {
    let all = window.sums(from: start)
    for index in 0..<count { sums[index] = all[Int(passages[index])] }
  }
}
