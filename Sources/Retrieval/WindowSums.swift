/// Sums of scores for the passages of a window, with a bit for each whose sum is worth a look.
final class WindowSums {
  /// Passages in a window: its sums stay in the nearest caches.
  static let size: UInt32 = 1 << 13
  static let wordCount = Int(size) / 64

  let sums: UnsafeMutablePointer<Int32>
  let marks: UnsafeMutablePointer<UInt64>

  init() {
    sums = .allocate(capacity: Int(WindowSums.size))
    sums.initialize(repeating: 0, count: Int(WindowSums.size))
    marks = .allocate(capacity: WindowSums.wordCount)
    marks.initialize(repeating: 0, count: WindowSums.wordCount)
  }

  deinit {
    sums.deallocate()
    marks.deallocate()
  }

  /// Moves what is marked, and above `least`, in a window of `count` passages that counts from
  /// `start` to `passages`, ascending, and `scores`; returns how many there are.
  @inline(__always)
  func takeMarked(
    _ count: Int, from start: UInt32, above least: Int32,
    into passages: UnsafeMutablePointer<UInt32>, _ scores: UnsafeMutablePointer<Int32>
  ) -> Int {
    var found = 0
    for word in 0..<(count &+ 63) >> 6 {
      var bits = marks[word]
      guard bits != 0 else { continue }
      marks[word] = 0
      repeat {
        let place = word &* 64 &+ bits.trailingZeroBitCount
        bits &= bits &- 1
        passages[found] = start &+ UInt32(truncatingIfNeeded: place)
        let sum = sums[place]
        scores[found] = sum
        found &+= sum > least ? 1 : 0
      } while bits != 0
    }
    return found
  }

  /// Sets the first `count` sums to zero.
  @inline(__always)
  func clear(_ count: Int) { sums.update(repeating: 0, count: count) }
}
