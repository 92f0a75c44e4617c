/// A set of passages of one segment, one bit each.
struct PassageFilter {
  private var words: [UInt64]

  init(count: Int, containsAll: Bool) {
    words = [UInt64](repeating: containsAll ? .max : 0, count: (count + 63) / 64)
  }

  @inline(__always)
  func contains(_ passage: UInt32) -> Bool {
    words[Int(passage >> 6)] & (1 << UInt64(passage & 63)) != 0
  }

  mutating func insert(_ passage: UInt32) { words[Int(passage >> 6)] |= 1 << UInt64(passage & 63) }

  mutating func remove(_ passage: UInt32) {
    words[Int(passage >> 6)] &= ~(1 << UInt64(passage & 63))
  }

  mutating func formIntersection(_ other: PassageFilter) {
    for index in words.indices { words[index] &= other.words[index] }
  }
}
