/// The best passages so far: a binary heap with the weakest at its root.
///
/// Of two with the same score the one that comes first in the sources is better, so that a ranking is
/// the same whatever was skipped to find it, and whatever segments hold the passages.
struct TopPassages {
  struct Entry: Hashable {
    var score: Int32
    var segment: Int32
    var passage: UInt32
    /// The place of the passage's source among all; set when the entry is inserted.
    var rank: UInt32 = 0

    /// Returns whether this one ranks behind `other`.
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
  /// Knows the order of the sources; nil if passages come in that order.
  private let interleaved: IndexReader?
  /// 1 if a passage with the weakest score may still be good enough, else 0.
  private let tie: Int32

  init(capacity: Int, in index: IndexReader) {
    self.capacity = capacity
    interleaved = index.isInterleaved ? index : nil
    // A passage of a later segment may come before an equal one that was found first.
    tie = index.isInterleaved ? 1 : 0
    // Callers that want "all" ask for more than there is memory for.
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

  /// Replaces the root by an entry and restores the heap.
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
