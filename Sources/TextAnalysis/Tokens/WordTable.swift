/// Words in a hash table of bytes, each with a mark: stop words of a language, or the languages
/// that have a word.
struct WordTable: Sendable {
  private var words: [UInt8] = []
  /// Open addressing: where a word starts and ends in `words`, and its mark; empty where both
  /// are 0.
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

  /// An empty table for at most `capacity` words.
  init(capacity: Int) {
    var slotCount = 64
    while slotCount < capacity * 2 { slotCount *= 2 }
    slots = Array(repeating: Slot(), count: slotCount)
  }

  /// Adds words in folded form, parted by white space; a word of several lists gets all their
  /// marks.
  mutating func insert(_ list: StaticString, mark: UInt16) {
    let text = UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount)
    var start = 0
    for index in 0...text.count where index == text.count || text[index] <= UInt8(ascii: " ") {
      if index > start { insert(text.extracting(start..<index), mark: mark) }
      start = index + 1
    }
  }

  /// The mark of a word; 0 for words that are not in the table.
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

  /// The slot that holds the word, or the empty one where it would stand.
  private func slot(of word: UnsafeRawBufferPointer) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: WordHash.hash(word)) & mask
    while slots[index].end != 0, !slots[index].holds(word, in: words) {
      index = (index + 1) & mask
    }
    return index
  }
}
