import Bytes

/// A Bloom filter that rejects most keys that a dictionary does not contain. All bits of a key are
/// in one word (Putze, Sanders & Singler, "Cache-, hash- and space-efficient Bloom filters", 2007).
/// One in thirty absent keys passes.
///
///     words × u64, none if there are more than 65,536 keys
///
/// The keys are those of the dictionary and the beginnings of stems: see `hash(ofBeginning:)`. All
/// words of a question are looked up in every language of an index, and a language with few
/// passages has hardly any of them. A large dictionary contains most words, and would not benefit
/// from a filter.
struct TermFilter {
  fileprivate static let mostKeys = 1 << 16
  fileprivate static let keysPerWord = 8
  private let words: UnsafeRawBufferPointer

  /// Creates a filter that every key passes.
  init() { words = UnsafeRawBufferPointer(start: nil, count: 0) }

  init(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
    guard bytes.count % 8 == 0, bytes.count <= 8 * Self.mostKeys / Self.keysPerWord else {
      throw FormatError(.malformed)
    }
    words = bytes
  }

  /// Returns whether the dictionary may contain a key. `false` is certain.
  @inline(__always)
  func mayHold(_ key: TermKey) -> Bool { mayHold(key.hash) }

  /// Returns whether the dictionary may contain a stem that begins like a word. `false` is certain.
  /// See `TermDictionaryReader.mayHoldStem(beginningLike:)`.
  func mayHoldStem(beginningLike word: UnsafeRawBufferPointer) -> Bool {
    let counts = word.count < Self.beginning ? 1..<word.count + 1 : 2..<Self.beginning + 1
    return counts.contains {
      mayHold(Self.hash(ofBeginning: UnsafeRawBufferPointer(rebasing: word[..<$0])))
    }
  }

  @inline(__always)
  private func mayHold(_ hash: UInt32) -> Bool {
    guard !words.isEmpty else { return true }
    let place = Self.place(of: hash, among: words.count >> 3)
    let word = UInt64(
      littleEndian: words.loadUnaligned(fromByteOffset: place &* 8, as: UInt64.self))
    return ~word & Self.bits(of: hash) == 0
  }

  /// The number of leading bytes that are compared.
  fileprivate static let beginning = 3

  /// Returns the hash of the beginning of a stem or a word: its first three bytes, or fewer if it
  /// is shorter. Each `y` is replaced by `i`, as by some stemmers.
  fileprivate static func hash(ofBeginning bytes: UnsafeRawBufferPointer) -> UInt32 {
    var value = UInt64(bytes.count) << 32
    for (place, byte) in bytes.enumerated() {
      let letter = byte == UInt8(ascii: "y") ? UInt8(ascii: "i") : byte
      value |= UInt64(letter) << UInt64(8 * place)
    }
    return UInt32(truncatingIfNeeded: TermKey.mix(TermKey.mix(value)) >> 32)
  }

  /// Returns the index of the word for a hash, from the upper fourteen bits of the hash. The other
  /// eighteen bits select three bits of the word.
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

/// Builds the filter of a dictionary's keys.
struct TermFilterWriter: Sendable {
  /// The hashes of all keys, or an empty array once there are too many.
  private var hashes: [UInt32] = []
  private var count = 0
  /// The hash of the previous stem's beginning.
  private var beginning: UInt32?

  mutating func append(_ key: TermKey) { append(key.hash) }

  /// Adds the beginning of a stem.
  mutating func append(beginningOf stem: UnsafeRawBufferPointer) {
    let hash = TermFilter.hash(
      ofBeginning: UnsafeRawBufferPointer(rebasing: stem.prefix(TermFilter.beginning)))
    // Stems arrive in order, so equal beginnings follow each other.
    if hash != beginning { append(hash) }
    beginning = hash
  }

  private mutating func append(_ hash: UInt32) {
    count += 1
    if count <= TermFilter.mostKeys {
      hashes.append(hash)
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
