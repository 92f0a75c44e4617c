/// Decides which segments of a language an update merges.
///
/// Each segment has to be several times as large as all smaller ones together. So there are few
/// segments (their number grows with the logarithm of the passages), a small update touches only
/// small segments, and each passage is rewritten a few times altogether.
enum MergePolicy {
  /// How many times as large as all smaller ones together a segment has to be to stay.
  static let ratio = 8

  /// - Parameter segments: for each, the number of passages left in it, and of all its passages.
  /// - Returns: The indices of the segments to merge, ascending. A single one is rewritten without its
  ///   deleted passages, if these are the majority.
  static func choice(of segments: [(left: Int, all: Int)]) -> [Int] {
    let order = segments.indices.sorted { (segments[$0].left, $0) < (segments[$1].left, $1) }
    var smaller = 0
    var chosen = 0
    for (place, index) in order.enumerated() {
      let segment = segments[index]
      if place > 0, segment.left < ratio * smaller { chosen = place + 1 }
      if segment.left * 2 < segment.all { chosen = place + 1 }
      smaller += segment.left
    }
    return order[..<chosen].sorted()
  }

  /// Plans how pieces are merged until few enough are left to be merged at once.
  ///
  /// - Parameters:
  ///   - count: the number of pieces, which are numbered from 0.
  ///   - limit: the greatest number of pieces that may be left.
  ///   - fanIn: the greatest number of pieces merged at a time, at least two.
  /// - Returns: The pieces of each merge, in order; each merge creates a piece with the next number.
  static func rounds(joining count: Int, to limit: Int, fanIn: Int) -> [Range<Int>] {
    var rounds: [Range<Int>] = []
    var waiting = 0..<count
    while waiting.count > max(limit, 1) {
      let end = waiting.lowerBound + min(fanIn, waiting.count - max(limit, 1) + 1)
      rounds.append(waiting.lowerBound..<end)
      waiting = end..<waiting.upperBound + 1
    }
    return rounds
  }
}
