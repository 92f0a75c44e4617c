/// Sums of scores for the passages of a window, with a bit for each whose sum deserves a look.
final class WindowSums {
  /// Passages in a window, few enough for its sums to stay in the nearer caches.
  static let size: UInt32 = 1 << 14
  static let wordCount = Int(size) / 64

  private let sums: UnsafeMutablePointer<Int32>
  private let marks: UnsafeMutablePointer<UInt64>
  /// Room for the numbers of the words that have marks.
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

  /// The sums by passage, in a window that begins at `start`.
  @inline(__always)
  func sums(from start: UInt32) -> UnsafeMutablePointer<Int32> { sums - Int(start) }

  /// A bit for each passage, in words of 64, in a window that begins at `start`, a multiple of 64.
  @inline(__always)
  func marks(from start: UInt32) -> UnsafeMutablePointer<UInt64> { marks - Int(start >> 6) }

  /// Moves the marked sums above `least` of a window of `count` passages that begins at `start` to
  /// `passages`, ascending, and `scores`; returns their number.
  @inline(__always)
  func takeMarked(
    _ count: Int, from start: UInt32, above least: Int32,
    into passages: UnsafeMutablePointer<UInt32>, _ scores: UnsafeMutablePointer<Int32>
  ) -> Int {
    // No processor can guess which words have marks: they are listed without a branch.
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
        // Without a branch, because so many are not above.
        found &+= Int(truncatingIfNeeded: UInt32(bitPattern: least &- sum) >> 31)
      } while bits != 0
    }
    return found
  }

  /// Sets the first `count` sums to zero.
  @inline(__always)
  func clear(_ count: Int) { sums.update(repeating: 0, count: count) }
}

/// Passages of a window that may be good enough, ascending, with their scores so far.
struct WindowCandidates: ~Copyable {
  let passages: UnsafeMutablePointer<UInt32>
  let sums: UnsafeMutablePointer<Int32>
  var count = 0

  init() {
    // One more, for the candidate that is written before it is known to be one.
    let capacity = Int(WindowSums.size) + 1
    passages = .allocate(capacity: capacity)
    sums = .allocate(capacity: capacity)
  }

  deinit {
    passages.deallocate()
    sums.deallocate()
  }

  /// Drops candidates whose sums are not above `least`.
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
