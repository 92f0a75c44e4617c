/// What the passages of one input are called within the whole.
struct PassageNumbers {
  /// Of the input's runs in ascending order: first passage, the one after the last, and the first's
  /// number within the whole.
  private var runs: [(start: UInt32, end: UInt32, number: UInt32)] = []

  mutating func append(_ run: MergeOrder.Run) {
    runs.append(
      (
        UInt32(run.passages.lowerBound), UInt32(run.passages.upperBound), UInt32(run.firstPassage)
      ))
  }

  /// The run to begin with for a passage and those after it: the first that ends behind it.
  func run(reaching passage: UInt32, from first: Int) -> Int {
    var low = first
    var high = runs.count
    // Mostly it is the very next.
    if low < high, runs[low].end > passage { return low }
    while low < high {
      let middle = (low &+ high) >> 1
      if runs[middle].end <= passage { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// - Parameter run: what `run(reaching:from:)` gave for the passage.
  /// - Returns: nil for a passage that is deleted.
  @inline(__always)
  func number(of passage: UInt32, in run: Int) -> UInt32? {
    guard run < runs.count, runs[run].start <= passage else { return nil }
    return runs[run].number &+ (passage &- runs[run].start)
  }
}
