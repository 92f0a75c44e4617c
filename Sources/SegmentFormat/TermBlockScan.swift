/// Walks the keys of one dictionary block. See `TermDictionary` for the layout.
struct TermBlockScan {
  private var reader: ByteReader
  private var keysLeft: Int
  private var nextList: Int
  /// The current key's bytes are the first `keyLength`.
  private(set) var key = [UInt8](repeating: 0, count: 64)
  private(set) var keyLength = 0
  private(set) var entry = TermEntry(
    documentFrequency: 0, postings: .single(passage: 0, frequency: 0))

  init(_ data: UnsafeRawBufferPointer, at offset: Int, keys: Int) throws(FormatError) {
    guard offset <= data.count else { throw FormatError(.malformed, offset: offset) }
    reader = ByteReader(data, at: offset)
    keysLeft = keys
    nextList = try reader.readCount(atMost: Int.max)
  }

  /// Steps to the next key; false after the last.
  mutating func next() throws(FormatError) -> Bool {
    guard keysLeft > 0 else { return false }
    keysLeft -= 1
    let shared = try reader.readCount(atMost: keyLength)
    let further = try reader.readCount(atMost: TermDictionary.longestKey - shared)
    let bytes = try reader.readBytes(further)
    keyLength = shared + further
    if keyLength > key.count { key.append(contentsOf: repeatElement(0, count: keyLength)) }
    key.withUnsafeMutableBytes { out in
      if further > 0 {
        UnsafeMutableRawBufferPointer(rebasing: out[shared..<keyLength]).copyMemory(from: bytes)
      }
    }
    try readEntry()
    return true
  }

  private mutating func readEntry() throws(FormatError) {
    let head = try reader.readVarint()
    guard head >> 2 >= 1, head >> 2 <= UInt64(SegmentLayout.largestPassageCount) else {
      throw FormatError(.malformed, offset: reader.offset)
    }
    entry.documentFrequency = Int(head >> 2)
    entry.isUniform = head & 2 != 0
    if entry.documentFrequency == 1 {
      let passage = try reader.readVarint()
      entry.postings = .single(
        passage: UInt32(truncatingIfNeeded: min(passage, UInt64(UInt32.max))),
        frequency: try reader.read(UInt8.self))
      return
    }
    let isShared = head & 1 != 0
    let offset = isShared ? try reader.readCount(atMost: Int.max >> 1) : nextList
    let length = try reader.readCount(atMost: Int.max >> 1)
    if !isShared { nextList = nextList &+ length }
    entry.postings = .list(offset: offset, length: length)
  }

  /// −1, 0 or 1 as the current key stands before, at or after `other` in byte order.
  func compare(_ other: UnsafeRawBufferPointer) -> Int {
    let common = min(keyLength, other.count)
    for index in 0..<common where key[index] != other[index] {
      return key[index] < other[index] ? -1 : 1
    }
    return keyLength == other.count ? 0 : (keyLength < other.count ? -1 : 1)
  }

  func hasPrefix(_ prefix: UnsafeRawBufferPointer) -> Bool {
    guard keyLength >= prefix.count else { return false }
    for index in 0..<prefix.count where key[index] != prefix[index] { return false }
    return true
  }
}
