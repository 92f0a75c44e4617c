/// The best passages so far: a binary heap with the weakest at its root.
///
/// Of two passages with the same score, the one that comes first in the sources is better. The
/// ranking therefore depends neither on the passages that were skipped nor on the segments.
struct TopPassages {
  struct Entry: Hashable {
    var score: Int32
    var segment: Int32
    var passage: UInt32
    /// The rank of the passage's source among all sources, which is set when the entry is inserted.
    var rank: UInt32 = 0

    /// Returns whether the entry ranks behind `other`.
    @inline(__always)
    func isBehind(_ other: Entry) -> Bool {
      if score != other.score { return score < other.score }
      if rank != other.rank { return rank > other.rank }
      if segment != other.segment { return segment > other.segment }
      return passage > other.passage
    }
  }

  let capacity: Int
  private var heap: [Entry] = []
  /// The index, which determines the order of the sources, or nil if passages arrive in that order.
  private let interleaved: IndexReader?
  /// A number that is 1 if a passage with the lowest score may still be inserted, otherwise 0.
  private let tie: Int32

  init(capacity: Int, in index: IndexReader) {
    self.capacity = capacity
    interleaved = index.isInterleaved ? index : nil
    // A passage of a later segment may precede a passage with the same score that was found
    // earlier.
    tie = index.isInterleaved ? 1 : 0
    // Callers that want all passages pass a very large number.
    heap.reserveCapacity(min(capacity, 1 << 10))
  }

  /// The score that a later passage must exceed to be kept.
  var threshold: Int32 { heap.count < capacity ? 0 : heap[0].score &- tie }

  mutating func insert(_ found: Entry) {
    var entry = found
    if let interleaved {
      entry.rank = interleaved.rank(
        ofPassage: Int(entry.passage), segment: Int(entry.segment))
    }
    if heap.count < capacity {
      heap.append(entry)
      siftUp(heap.count - 1)
    } else if capacity > 0, heap[0].isBehind(entry) {
      replaceWeakest(by: entry)
    }
  }

  /// Returns the passages, best first.
  consuming func sorted() -> [Entry] { heap.sorted { $1.isBehind($0) } }

  private mutating func siftUp(_ start: Int) {
    heap.withUnsafeMutableBufferPointer { heap in
      let entry = heap[start]
      var place = start
      while place > 0, case let parent = (place &- 1) / 2, entry.isBehind(heap[parent]) {
        heap[place] = heap[parent]
        place = parent
      }
      heap[place] = entry
    }
  }

  /// Replaces the root with an entry and restores the heap.
  private mutating func replaceWeakest(by entry: Entry) {
    heap.withUnsafeMutableBufferPointer { heap in
      let count = heap.count
      var place = 0
      var child = 1
      while child < count {
        if child &+ 1 < count, heap[child &+ 1].isBehind(heap[child]) { child &+= 1 }
        guard heap[child].isBehind(entry) else { break }
        heap[place] = heap[child]
        place = child
        child = 2 &* place &+ 1
      }
      heap[place] = entry
    }
  }
}
