/// Sums of scores for the passages of a window, with a bit for each whose sum is worth a look.
final class WindowSums {
  /// Passages in a window: its sums stay in the nearer caches.
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

  /// Moves what is marked, and above `least`, in a window of `count` passages that counts from
  /// `start` to `passages`, ascending, and `scores`; returns how many there are.
  @inline(__always)
  func takeMarked(
    _ count: Int, from start: UInt32, above least: Int32,
    into passages: UnsafeMutablePointer<UInt32>, _ scores: UnsafeMutablePointer<Int32>
  ) -> Int {
    // Which words have marks cannot be guessed: they are written down without a branch.
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
        // Without a branch, as so many are not.
        found &+= Int(truncatingIfNeeded: UInt32(bitPattern: least &- sum) >> 31)
      } while bits != 0
    }
    return found
  }

  /// Sets the first `count` sums to zero.
  @inline(__always)
  func clear(_ count: Int) { sums.update(repeating: 0, count: count) }
}
