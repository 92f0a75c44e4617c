/// A word folded to 64 bits, so that lists of words are looked up without building strings.
///
/// FNV-1a over the bytes with ASCII letters in lower case; the lists hold some thousand words, so
/// an accidental meeting of two words is a matter of 1 in 10^16.
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

  func hash(into hasher: inout Hasher) { hasher.combine(bits) }

  /// Its place in a table of `count` slots, a power of two.
  @inline(__always)
  func slot(of count: Int) -> Int { Int(truncatingIfNeeded: bits ^ bits >> 32) & (count - 1) }
}

extension WordKey {
  @inline(__always)
  init(_ word: Span<UInt8>) {
    for index in word.indices { append(word[index]) }
  }
}
