/// Tells at a glance that a dictionary does not hold a key: a Bloom filter that has all bits of a
/// key in one word (Putze, Sanders & Singler, "Cache-, hash- and space-efficient Bloom filters",
/// 2007). Of keys that are not there it lets one in thirty pass.
///
///     words × u64, none where the dictionary has more than 65,536 keys
///
/// Every language of an index is asked for all words of a question, and those that have few
/// passages hold hardly any of them. A large dictionary holds most, and is not worth its filter.
struct TermFilter {
  fileprivate static let mostKeys = 1 << 16
  fileprivate static let keysPerWord = 8
  private let words: UnsafeRawBufferPointer

  /// A filter that lets everything pass.
  init() { words = UnsafeRawBufferPointer(start: nil, count: 0) }

  init(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
    guard bytes.count % 8 == 0, bytes.count <= 8 * Self.mostKeys / Self.keysPerWord else {
      throw FormatError(.malformed)
    }
    words = bytes
  }

  /// Whether the dictionary may hold a key; false is certain.
  @inline(__always)
  func mayHold(_ key: TermKey) -> Bool {
    guard !words.isEmpty else { return true }
    let hash = key.hash
    let place = Self.place(of: hash, among: words.count >> 3)
    let word = UInt64(
      littleEndian: words.loadUnaligned(fromByteOffset: place &* 8, as: UInt64.self))
    return ~word & Self.bits(of: hash) == 0
  }

  /// By the upper fourteen bits of a hash; its other eighteen give three bits of the word.
  @inline(__always)
  fileprivate static func place(of hash: UInt32, among count: Int) -> Int {
    (Int(hash >> 18) &* count) >> 14
  }

  @inline(__always)
  fileprivate static func bits(of hash: UInt32) -> UInt64 {
    let hash = UInt64(hash)
    return 1 &<< (hash & 63) | 1 &<< (hash &>> 6 & 63) | 1 &<< (hash &>> 12 & 63)
  }
}

/// Makes the filter of a dictionary's keys.
struct TermFilterWriter: Sendable {
  /// Of all keys; of none once there are too many.
  private var hashes: [UInt32] = []
  private var count = 0

  mutating func append(_ key: TermKey) {
    count += 1
    if count <= TermFilter.mostKeys {
      hashes.append(key.hash)
    } else {
      hashes = []
    }
  }

  /// The filter's bytes.
  var bytes: [UInt8] {
    var words = [UInt64](
      repeating: 0, count: (hashes.count + TermFilter.keysPerWord - 1) / TermFilter.keysPerWord)
    for hash in hashes {
      words[TermFilter.place(of: hash, among: words.count)] |= TermFilter.bits(of: hash)
    }
    var writer = ByteWriter()
    for word in words { writer.append(word) }
    return writer.bytes
  }
}
