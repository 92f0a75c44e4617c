/// The best passages found so far: a binary heap with the weakest at its root.
///
/// Of two passages with the same score, the one that comes first in the sources is better. The
/// ranking therefore depends neither on the passages that were skipped nor on the segments.
///
/// The heap owns its memory: with the checks of an array, a question takes 4 % more instructions.
struct TopPassages: ~Copyable {
  struct Entry: Hashable {
    var score: Int32
    var segment: Int32
    var passage: UInt32
    /// The rank of the passage's source among all sources, which is set when the entry is inserted.
    var rank: UInt32 = 0

    /// Returns whether this entry ranks behind `other`.
    @inline(__always)
    func isBehind(_ other: Entry) -> Bool {
      if score != other.score { return score < other.score }
      if rank != other.rank { return rank > other.rank }
      if segment != other.segment { return segment > other.segment }
      return passage > other.passage
    }
  }

  /// The greatest number of passages to keep. Callers that want all passages pass a number that is
  /// too large to be allocated.
  let capacity: Int
  private var heap: UnsafeMutablePointer<Entry>
  private var count = 0
  private var allocated: Int
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
    allocated = min(max(capacity, 1), 1 << 10)
    heap = .allocate(capacity: allocated)
  }

  deinit { heap.deallocate() }

  /// The score that a later passage must exceed to be kept.
  var threshold: Int32 { count < capacity ? 0 : heap[0].score &- tie }

  /// Inserts a passage. If there are `capacity` passages already, the weakest of all is dropped.
  ///
  /// - Complexity: O(log *n*), where *n* is the number of passages kept.
  @inline(__always)
  mutating func insert(_ found: Entry) {
    var entry = found
    if let interleaved {
      entry.rank = interleaved.rank(
        ofPassage: Int(entry.passage), segment: Int(entry.segment))
    }
    if count < capacity {
      append(entry)
    } else if count > 0, heap[0].isBehind(entry) {
      replaceWeakest(by: entry)
    }
  }

  /// Returns the passages, best first.
  consuming func sorted() -> [Entry] {
    UnsafeBufferPointer(start: heap, count: count).sorted { $1.isBehind($0) }
  }

  private mutating func append(_ entry: Entry) {
    if count == allocated { grow() }
    var place = count
    count &+= 1
    while place > 0, case let parent = (place &- 1) / 2, entry.isBehind(heap[parent]) {
      (heap + place).initialize(to: heap[parent])
      place = parent
    }
    (heap + place).initialize(to: entry)
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: 2 * allocated)
    larger.moveInitialize(from: heap, count: count)
    heap.deallocate()
    heap = larger
    allocated *= 2
  }

  /// Replaces the root with an entry and restores the heap.
  @inline(__always)
  private mutating func replaceWeakest(by entry: Entry) {
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
