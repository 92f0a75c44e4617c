/// Passages of a window that may be good enough, ascending, with what they have so far.
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

  /// Drops those whose sums are not above `least`.
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

  /// Puts the candidates' sums into a window that begins at `start`.
  @inline(__always)
  func write(to window: WindowSums, from start: UInt32) {
    let all = window.sums(from: start)
    for index in 0..<count { all[Int(passages[index])] = sums[index] }
  }

  /// Takes the candidates' sums out of a window that begins at `start`.
  @inline(__always)
  func read(from window: WindowSums, from start: UInt32) {
    let all = window.sums(from: start)
    for index in 0..<count { sums[index] = all[Int(passages[index])] }
  }
}
