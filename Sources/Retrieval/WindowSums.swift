/// Sums of scores for the passages of a window, with a bit for each that was touched, so that a
/// sparse window is read and cleared without looking at all of it.
final class WindowSums {
  /// Passages in a window: its sums stay in the nearest caches.
  static let size: UInt32 = 1 << 13
  static let wordCount = Int(size) / 64

  let sums: UnsafeMutablePointer<Int32>
  let touched: UnsafeMutablePointer<UInt64>

  init() {
    sums = .allocate(capacity: Int(WindowSums.size))
    sums.initialize(repeating: 0, count: Int(WindowSums.size))
    touched = .allocate(capacity: WindowSums.wordCount)
    touched.initialize(repeating: 0, count: WindowSums.wordCount)
  }

  deinit {
    sums.deallocate()
    touched.deallocate()
  }

  @inline(__always)
  func add(_ score: Int32, at slot: Int) {
    sums[slot] &+= score
    touched[slot >> 6] |= 1 &<< UInt64(slot & 63)
  }

  func clear() {
    sums.update(repeating: 0, count: Int(WindowSums.size))
    touched.update(repeating: 0, count: WindowSums.wordCount)
  }
}
