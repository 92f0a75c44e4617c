/// Words with a mark each, in a hash table with open addressing: the words' keys are hashes
/// already.
struct WordMarks: Sendable {
  private struct Slot: Sendable {
    var key: UInt64 = 0
    /// 0 where the slot is empty.
    var mark: UInt32 = 0
  }

  private var slots: [Slot]

  /// An empty table for at most `capacity` words.
  init(capacity: Int) {
    var count = 16
    while count < capacity * 2 { count *= 2 }
    slots = Array(repeating: Slot(), count: count)
  }

  /// The mark of a word; 0 for words that are not in the table.
  @inline(__always)
  subscript(word: WordKey) -> UInt32 { slots[slot(of: word)].mark }

  /// Adds the bits of `mark` to a word's; `mark` is not 0.
  mutating func insert(_ word: WordKey, mark: UInt32) {
    let index = slot(of: word)
    slots[index].key = word.bits
    slots[index].mark |= mark
  }

  /// Adds each word of a list.
  mutating func insert(_ list: StaticString, mark: UInt32) {
    var reader = WordListReader(list)
    while let (word, _) = reader.next() { insert(word, mark: mark) }
  }

  /// The slot that holds the word, or the empty one where it would stand.
  @inline(__always)
  private func slot(of word: WordKey) -> Int {
    let mask = slots.count - 1
    var index = word.slot(of: slots.count)
    while slots[index].mark != 0, slots[index].key != word.bits { index = (index + 1) & mask }
    return index
  }
}
