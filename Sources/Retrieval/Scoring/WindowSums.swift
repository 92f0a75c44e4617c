import Glibc

/// The sums of scores for the passages of a window, with a mark for each passage whose sum may be
/// high enough.
final class WindowSums<Sum: ScoreSum> {
  private let sums: UnsafeMutablePointer<Sum>
  private let marks: UnsafeMutablePointer<UInt64>
  /// A buffer for the indices of the words that have marks.
  private let words: UnsafeMutablePointer<UInt16>

  init() {
    // A single question touches only some of these pages.
    let wordCount = Int(Sum.windowSize) / 64
    sums = allocateZeros(Int(Sum.windowSize))
    marks = allocateZeros(wordCount)
    words = .allocate(capacity: wordCount + 1)
  }

  deinit {
    free(sums)
    free(marks)
    words.deallocate()
  }

  /// Returns the sums, indexed by passage, of a window that begins at `start`.
  @inline(__always)
  func sums(from start: UInt32) -> UnsafeMutablePointer<Sum> { sums - Int(start) }

  /// Returns the marks, a bit for each passage in words of 64, of a window that begins at `start`,
  /// a multiple of 64.
  @inline(__always)
  func marks(from start: UInt32) -> UnsafeMutablePointer<UInt64> { marks - Int(start >> 6) }

  /// Copies the marked passages whose sums may exceed `least` to `passages`, in ascending order, and
  /// their sums to `scores`. Clears all marks, and returns the number of copied passages.
  ///
  /// - Parameters:
  ///   - count: The number of passages in the window.
  ///   - start: The first passage of the window.
  ///   - least: The sum to exceed.
  ///   - passages: A buffer for at least `count` passages.
  ///   - scores: A buffer for as many sums.
  @inline(__always)
  func takeMarked(
    _ count: Int, from start: UInt32, above least: Int32,
    into passages: UnsafeMutablePointer<UInt32>, _ scores: UnsafeMutablePointer<Sum>
  ) -> Int {
    // The processor cannot predict which words have marks, so they are listed without a branch.
    var wordCount = 0
    for word in 0..<(count &+ 63) >> 6 {
      words[wordCount] = UInt16(truncatingIfNeeded: word)
      let bits = marks[word]
      wordCount &+= Int(truncatingIfNeeded: (bits | (0 &- bits)) >> 63)
    }
    var found = 0
    for index in 0..<wordCount {
      let word = Int(words[index])
      var bits = marks[word]
      marks[word] = 0
      repeat {
        let place = word &* 64 &+ bits.trailingZeroBitCount
        bits &= bits &- 1
        passages[found] = start &+ UInt32(truncatingIfNeeded: place)
        let sum = sums[place]
        scores[found] = sum
        // This avoids a branch, because many sums do not exceed `least`.
        found &+= sum.mayExceed(least) ? 1 : 0
      } while bits != 0
    }
    return found
  }

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

/// The passages of a window whose scores may be high enough, in ascending order, with their scores
/// so far.
struct WindowCandidates<Sum: ScoreSum>: ~Copyable {
  let passages: UnsafeMutablePointer<UInt32>
  let sums: UnsafeMutablePointer<Sum>
  var count = 0

  init() {
    // One more, because a passage is written before it is known to be a candidate.
    let capacity = Int(Sum.windowSize) + 1
    passages = .allocate(capacity: capacity)
    sums = .allocate(capacity: capacity)
  }

  deinit {
    passages.deallocate()
    sums.deallocate()
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
