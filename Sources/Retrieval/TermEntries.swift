import SegmentFormat

/// Room for what each segment of a language has for a term.
final class TermEntries {
  private let entries: UnsafeMutableBufferPointer<TermEntry?>

  init(count: Int) {
    entries = .allocate(capacity: count)
    entries.initialize(repeating: nil)
  }

  deinit { entries.deallocate() }

  subscript(slot: Int) -> TermEntry? {
    get { entries[slot] }
    set { entries[slot] = newValue }
  }
}
