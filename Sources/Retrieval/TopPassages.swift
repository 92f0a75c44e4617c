/// The best passages so far: a binary heap with the weakest at its root.
///
/// Of two with the same score the one that stands first in the index is better, so that a ranking
/// is the same whatever was skipped to find it.
struct TopPassages {
  struct Entry: Hashable {
    var score: Int32
    var segment: Int32
    var passage: UInt32

    /// Whether this one ranks behind `other`.
    @inline(__always)
    func isBehind(_ other: Entry) -> Bool {
      if score != other.score { return score < other.score }
      if segment != other.segment { return segment > other.segment }
      return passage > other.passage
    }
  }

  let capacity: Int
  private var heap: [Entry] = []

  init(capacity: Int) {
    self.capacity = capacity
    // Who wants "all" asks for more than there is memory for.
    heap.reserveCapacity(min(capacity, 1 << 10))
  }

  /// A later passage has to score more than this to be kept.
  var threshold: Int32 { heap.count < capacity ? 0 : heap[0].score }

  mutating func insert(_ entry: Entry) {
    if heap.count < capacity {
      heap.append(entry)
      siftUp(heap.count - 1)
    } else if capacity > 0, heap[0].isBehind(entry) {
      heap[0] = entry
      siftDown()
    }
  }

  /// Best first.
  consuming func sorted() -> [Entry] { heap.sorted { $1.isBehind($0) } }

  private mutating func siftUp(_ start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].isBehind(heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while case let child = 2 * parent + 1, child < heap.count {
      let other = child + 1
      let weaker = other < heap.count && heap[other].isBehind(heap[child]) ? other : child
      guard heap[weaker].isBehind(heap[parent]) else { return }
      heap.swapAt(parent, weaker)
      parent = weaker
    }
  }
}
