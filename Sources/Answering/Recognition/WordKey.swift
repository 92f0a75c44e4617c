import Bytes

/// A word folded to 64 bits, so that words are looked up in lists without building strings.
///
/// The key is a hash of the bytes with ASCII letters in lower case. The lists have some thousand
/// words, so the chance of a collision is about 10⁻¹⁶.
struct WordKey: Hashable, Sendable {
  let bits: UInt64

  fileprivate init(bits: UInt64) { self.bits = bits }

  /// The key of the empty word.
  init() { self = WordKeyBuilder().key }

  init(_ word: String) { self.init(word.utf8.span) }

  @inline(__always)
  init(_ word: Span<UInt8>) {
    var builder = WordKeyBuilder()
    builder.append(word)
    self = builder.key
  }

  /// The key of two words with a low line between them.
  init(_ first: String, _ second: String) {
    var builder = WordKeyBuilder()
    builder.append(first.utf8.span)
    builder.append(UInt8(ascii: "_"))
    builder.append(second.utf8.span)
    self = builder.key
  }

  /// - Parameter letters: Up to seven ASCII letters, the first of which is the lowest byte, and 0.
  @inline(__always)
  init(upToSevenLetters letters: UInt64) { self = WordKeyBuilder(upToSevenLetters: letters).key }

  func hash(into hasher: inout Hasher) { hasher.combine(bits) }

  /// Returns its place in a table of `count` slots, which must be a power of two.
  @inline(__always)
  func slot(of count: Int) -> Int { Int(truncatingIfNeeded: bits ^ bits >> 32) & (count - 1) }
}

/// Builds the key of a word from its bytes, of which eight at a time are hashed.
struct WordKeyBuilder {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325
  /// The bytes that are not hashed yet, at most seven. The first is the lowest.
  private var rest: UInt64 = 0
  /// The number of bits of `rest` that are used.
  private var used: UInt64 = 0

  init() {}

  /// - Parameter letters: Up to seven ASCII letters, the first of which is the lowest byte, and 0.
  @inline(__always)
  fileprivate init(upToSevenLetters letters: UInt64) { rest = letters.withLowercaseLetters }

  /// The key of the bytes so far.
  @inline(__always)
  var key: WordKey { WordKey(bits: Self.mixed(state, rest) &* 0x9e37_79b9_7f4a_7c15) }

  @inline(__always)
  mutating func append(_ byte: UInt8) { append(UInt64(byte.asciiLowercased), count: 1) }

  @inline(__always)
  mutating func append(_ word: Span<UInt8>) {
    var start = 0
    while start < word.count {
      let count = min(8, word.count - start)
      append(word.eightBytes(at: start).withLowercaseLetters, count: count)
      start += count
    }
  }

  /// Appends up to eight bytes.
  ///
  /// - Parameters:
  ///   - bytes: The bytes with ASCII letters in lower case, of which the first is the lowest. The
  ///     others are 0.
  ///   - count: The number of bytes.
  @inline(__always)
  mutating func append(_ bytes: UInt64, count: Int) {
    rest |= bytes &<< used
    used &+= 8 &* UInt64(truncatingIfNeeded: count)
    guard used >= 64 else { return }
    state = Self.mixed(state, rest)
    used &-= 64
    let taken = 8 &* UInt64(truncatingIfNeeded: count) &- used
    rest = bytes >> taken
  }

  @inline(__always)
  private static func mixed(_ state: UInt64, _ bytes: UInt64) -> UInt64 {
    let product = (state ^ bytes) &* 0xd6e8_feb8_6659_fd93
    return product ^ product >> 32
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
