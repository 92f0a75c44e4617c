/// The sums of scores for the passages of a window, with a mark for each passage whose sum may be
/// high enough.
final class WindowSums {
  /// The greatest number of passages in a window, whose sums stay in the processor's caches.
  static let size: UInt32 = 1 << 14
  static let wordCount = Int(size) / 64

  private let sums: UnsafeMutablePointer<Int32>
  private let marks: UnsafeMutablePointer<UInt64>
  /// A buffer for the indices of the words that have marks.
  private let words: UnsafeMutablePointer<UInt16>

  init() {
    sums = .allocate(capacity: Int(WindowSums.size))
    sums.initialize(repeating: 0, count: Int(WindowSums.size))
    marks = .allocate(capacity: WindowSums.wordCount)
    marks.initialize(repeating: 0, count: WindowSums.wordCount)
    words = .allocate(capacity: WindowSums.wordCount + 1)
  }

  deinit {
    sums.deallocate()
    marks.deallocate()
    words.deallocate()
  }

  /// Returns the sums, indexed by passage, of a window that begins at `start`.
  @inline(__always)
  func sums(from start: UInt32) -> UnsafeMutablePointer<Int32> { sums - Int(start) }

  /// Returns the marks, a bit for each passage in words of 64, of a window that begins at `start`,
  /// a multiple of 64.
  @inline(__always)
  func marks(from start: UInt32) -> UnsafeMutablePointer<UInt64> { marks - Int(start >> 6) }

  /// Copies the marked passages whose sums exceed `least` to `passages`, in ascending order, and
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
    into passages: UnsafeMutablePointer<UInt32>, _ scores: UnsafeMutablePointer<Int32>
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
        found &+= Int(truncatingIfNeeded: UInt32(bitPattern: least &- sum) >> 31)
      } while bits != 0
    }
    return found
  }

  /// Sets the first `count` sums to zero.
  @inline(__always)
  func clear(_ count: Int) { sums.update(repeating: 0, count: count) }
}

/// The passages of a window whose scores may be high enough, in ascending order, with their scores
/// so far.
struct WindowCandidates: ~Copyable {
  let passages: UnsafeMutablePointer<UInt32>
  let sums: UnsafeMutablePointer<Int32>
  var count = 0

  init() {
    // One more, because a passage is written before it is known to be a candidate.
    let capacity = Int(WindowSums.size) + 1
    passages = .allocate(capacity: capacity)
    sums = .allocate(capacity: capacity)
  }

  deinit {
    passages.deallocate()
    sums.deallocate()
  }

  /// Drops candidates whose sums do not exceed `least`.
  @inline(__always)
  mutating func keep(above least: Int32) {
    var kept = 0
    for index in 0..<count {
      let sum = sums[index]
      passages[kept] = passages[index]
      sums[kept] = sum
      kept &+= sum > least ? 1 : 0
    }
    count = kept
  }

  /// Writes the candidates' sums into a window that begins at `start`.
  @inline(__always)
  func write(to window: WindowSums, from start: UInt32) {
    let all = window.sums(from: start)
    for index in 0..<count { all[Int(passages[index])] = sums[index] }
  }

  /// Reads the candidates' sums from a window that begins at `start`.
  @inline(__always)
  func read(from window: WindowSums, from start: UInt32) {
    let all = window.sums(from: start)
    for index in 0..<count { sums[index] = all[Int(passages[index])] }
  }
}
