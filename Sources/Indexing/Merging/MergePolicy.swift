/// Determines which segments of a language an update merges.
///
/// Each segment has to be several times as large as all smaller ones together. Thus there are few
/// segments (their number grows with the logarithm of the number of passages), a small update
/// rewrites only small segments, and each passage is rewritten only a few times.
enum MergePolicy {
  /// A segment stays as it is if it is at least this many times as large as all smaller ones
  /// together.
  static let ratio = 8

  /// Chooses the segments to merge.
  ///
  /// - Parameter segments: For each segment, the number of passages that are not deleted, and the
  ///   number of all passages.
  /// - Returns: The indices of the segments to merge, in ascending order. A single index means that
  ///   the segment is rewritten, because more than half of its passages are deleted.
  /// - Complexity: O(*n* log *n*), where *n* is the number of segments.
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

  /// Plans the merges that reduce the number of pieces until the rest can be merged at once.
  ///
  /// - Parameters:
  ///   - count: The number of pieces, which are numbered from 0.
  ///   - limit: The greatest number of pieces that may be left.
  ///   - fanIn: The greatest number of pieces to merge at a time, at least two.
  /// - Returns: The pieces of each merge, in order. Each merge creates a piece with the next
  ///   number.
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
