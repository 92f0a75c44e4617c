/// Which segments of a language are joined by an update.
///
/// Each segment has to be several times as large as all smaller ones together. So there are few of
/// them (their number grows with the logarithm of the passages), a small update touches small
/// segments only, and a passage is written again a few times in all.
enum MergePolicy {
  /// How many times as large as all smaller ones a segment has to be to stay.
  static let ratio = 8

  /// - Parameter segments: passages that are left of each, and those that it holds.
  /// - Returns: the places of those to be joined, of which one may be all: where most of it is
  ///   deleted, it is written again without that. In ascending order.
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

  /// How pieces are joined until few enough are left to be joined at once.
  ///
  /// - Parameters:
  ///   - count: pieces, numbered from 0.
  ///   - limit: what is left at most.
  ///   - fanIn: how many are joined at a time, at least two.
  /// - Returns: which are joined, one time after the other; each time makes one more piece, with
  ///   the next number.
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
