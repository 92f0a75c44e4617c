/// A hash table of words with a mark each, such as the stop words of a language or the languages
/// that have a word.
struct WordTable: Sendable {
  private var words: [UInt8] = []
  /// The slots, with open addressing. Each holds the range of a word in `words` and its mark, or is
  /// empty if the end is 0.
  private var slots: [Slot]

  private struct Slot {
    var start: UInt32 = 0
    var end: UInt32 = 0
    var mark: UInt16 = 0

    @inline(__always)
    func holds(_ word: UnsafeRawBufferPointer, in words: [UInt8]) -> Bool {
      guard Int(end &- start) == word.count, let other = word.baseAddress else { return false }
      return words.withUnsafeBytes { words in
        guard let base = words.baseAddress else { return false }
        return WordHash.areEqual(base + Int(start), other, count: word.count)
      }
    }
  }

  /// Creates an empty table for at most `capacity` words.
  init(capacity: Int) {
    var slotCount = 64
    while slotCount < capacity * 2 { slotCount *= 2 }
    slots = Array(repeating: Slot(), count: slotCount)
  }

  /// Adds words in folded form, separated by white space. A word of several lists gets the marks of
  /// all of them.
  mutating func insert(_ list: StaticString, mark: UInt16) {
    let text = UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount)
    var start = 0
    for index in 0...text.count where index == text.count || text[index] <= UInt8(ascii: " ") {
      if index > start { insert(text.extracting(start..<index), mark: mark) }
      start = index + 1
    }
  }

  /// Returns the mark of a word, or 0 if the word is not in the table.
  func mark(of word: Span<UInt8>) -> UInt16 {
    word.withUnsafeBytes { slots[slot(of: $0)].mark }
  }

  private mutating func insert(_ word: UnsafeBufferPointer<UInt8>, mark: UInt16) {
    let index = slot(of: UnsafeRawBufferPointer(word))
    if slots[index].end == 0 {
      slots[index].start = UInt32(words.count)
      words.append(contentsOf: word)
      slots[index].end = UInt32(words.count)
    }
    slots[index].mark |= mark
  }

  /// Returns the index of the slot that holds the word, or of the empty slot where it would be
  /// stored.
  private func slot(of word: UnsafeRawBufferPointer) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: WordHash.hash(word)) & mask
    while slots[index].end != 0, !slots[index].holds(word, in: words) {
      index = (index + 1) & mask
    }
    return index
  }
}
