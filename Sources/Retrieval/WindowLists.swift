/// The lists that have postings in a window, by what they can give there, ascending.
struct WindowLists: ~Copyable {
  struct Entry {
    var bound: ListCursor.WindowBound
    /// Index of the list's cursor.
    var cursor: Int
  }

  private var entries: UnsafeMutablePointer<Entry> = .allocate(capacity: 0)
  private var capacity = 0
  private(set) var count = 0

  deinit { entries.deallocate() }

  /// - Parameter index: below `count`.
  @inline(__always)
  subscript(index: Int) -> Entry { entries[index] }

  /// Finds out what each list can give to the passages in `start..<end`.
  @inline(__always)
  mutating func update(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, from start: UInt32, to end: UInt32
  ) {
    reserve(cursors.count)
    count = 0
    for index in 0..<cursors.count {
      let bound = cursors[index].bound(from: start, to: end)
      guard bound.score > 0 else { continue }
      var place = count
      count &+= 1
      while place > 0, entries[place &- 1].bound.score > bound.score {
        entries[place] = entries[place &- 1]
        place &-= 1
      }
      entries[place] = Entry(bound: bound, cursor: index)
    }
  }

  @inline(__always)
  private mutating func reserve(_ wanted: Int) {
    guard capacity < wanted else { return }
    entries.deallocate()
    entries = .allocate(capacity: wanted)
    capacity = wanted
  }
}
