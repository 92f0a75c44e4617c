/// A word folded to 64 bits, so that words are looked up in lists without building strings.
///
/// The key is FNV-1a over the bytes with ASCII letters in lower case. The lists have some thousand
/// words, so the chance of a collision is about 10⁻¹⁶.
struct WordKey: Hashable, Sendable {
  private(set) var bits: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  init(_ word: String) {
    for byte in word.utf8 { append(byte) }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    bits = (bits ^ UInt64(folded)) &* 0x100_0000_01b3
  }

  /// Appends an ASCII letter.
  @inline(__always)
  mutating func append(letter: UInt8) {
    bits = (bits ^ UInt64(letter | 0x20)) &* 0x100_0000_01b3
  }

  func hash(into hasher: inout Hasher) { hasher.combine(bits) }

  /// Returns its place in a table of `count` slots, which must be a power of two.
  @inline(__always)
  func slot(of count: Int) -> Int { Int(truncatingIfNeeded: bits ^ bits >> 32) & (count - 1) }
}

extension WordKey {
  @inline(__always)
  init(_ word: Span<UInt8>) {
    for index in word.indices { append(word[index]) }
  }
}

/// A hash table of words with a mark each, with open addressing. The keys of the words are hashes
/// already.
struct WordMarks: Sendable {
  private struct Slot: Sendable {
    var key: UInt64 = 0
    /// 0 if the slot is empty.
    var mark: UInt64 = 0
  }

  private var slots: [Slot]
  /// Four bits for each slot, of which each word sets one. Most words of a text are in no table, and
  /// these bits, unlike the slots, stay in the processor's first cache.
  private var filter: [UInt64]

  /// Creates an empty table for at most `capacity` words.
  init(capacity: Int) {
    var count = 16
    while count < capacity * 2 { count *= 2 }
    slots = Array(repeating: Slot(), count: count)
    filter = Array(repeating: 0, count: count * 4 / 64)
  }

  /// The mark of a word, or 0 if the word is not in the table.
  @inline(__always)
  subscript(word: WordKey) -> UInt64 {
    let (index, bit) = place(inFilterOf: word)
    return filter[index] & bit == 0 ? 0 : slots[slot(of: word)].mark
  }

  /// Returns the word of the filter, and the bit in it, that belong to a word.
  @inline(__always)
  private func place(inFilterOf word: WordKey) -> (index: Int, bit: UInt64) {
    // Not the bits of which the slot is made.
    let place = word.bits &>> 40
    return (Int(truncatingIfNeeded: place &>> 6) & (filter.count - 1), 1 &<< (place & 63))
  }

  /// Adds the bits of `mark`, which must not be 0, to the mark of a word.
  mutating func insert(_ word: WordKey, mark: UInt64) {
    let index = slot(of: word)
    slots[index].key = word.bits
    slots[index].mark |= mark
    let (part, bit) = place(inFilterOf: word)
    filter[part] |= bit
  }

  /// Adds each word of a list.
  mutating func insert(_ list: StaticString, mark: UInt64) {
    var reader = WordListReader(list)
    while let (word, _) = reader.next() { insert(word, mark: mark) }
  }

  /// Returns the index of the slot that holds the word, or of the empty slot for it.
  @inline(__always)
  private func slot(of word: WordKey) -> Int {
    let mask = slots.count - 1
    var index = word.slot(of: slots.count)
    while slots[index].mark != 0, slots[index].key != word.bits { index = (index + 1) & mask }
    return index
  }
}
