/// Finds one key in a dictionary block without putting the keys together.
///
/// Keys are front-coded and ascend, so how many bytes the current key has in common with the
/// wanted one decides most comparisons: a next key that shares more with its predecessor than that
/// is still before the wanted one, and one that shares less is behind it.
struct TermBlockSearch {
  private var entries: TermEntryReader
  private let wanted: TermKey

  init(_ data: UnsafeRawBufferPointer, at offset: Int, wanted: TermKey) throws(FormatError) {
    entries = try TermEntryReader(data, at: offset)
    self.wanted = wanted
  }

  /// The entry of the wanted key among the block's first `count`; nil where it is not there.
  mutating func find(among count: Int) throws(FormatError) -> TermEntry? {
    var common = 0
    for _ in 0..<count {
      let (shared, further) = try entries.readKey()
      if shared > common {
        try entries.skipEntry()
        continue
      }
      guard shared == common else { return nil }
      let matched = wanted.commonCount(from: common, with: further)
      common &+= matched
      if common == wanted.count {
        return matched == further.count ? try entries.readEntry() : nil
      }
      if matched < further.count, further[matched] > wanted[common] { return nil }
      try entries.skipEntry()
    }
    return nil
  }
}

/// Reads the keys and entries of a dictionary block. See `TermDictionary` for the layout.
struct TermEntryReader {
  private var reader: ByteReader
  private var nextList: Int

  init(_ data: UnsafeRawBufferPointer, at offset: Int) throws(FormatError) {
    guard offset <= data.count else { throw FormatError(.malformed, offset: offset) }
    reader = ByteReader(data, at: offset)
    nextList = try reader.readCount(atMost: Int.max >> 1)
  }

  /// Bytes shared with the key before, and the further ones.
  @inline(__always)
  mutating func readKey() throws(FormatError) -> (shared: Int, further: UnsafeRawBufferPointer) {
    let shared = try reader.readCount(atMost: TermDictionary.longestKey)
    let further = try reader.readCount(atMost: TermDictionary.longestKey)
    return (shared, try reader.readBytes(further))
  }

  /// Steps over an entry; all it needs to know is how far its list reaches.
  @inline(__always)
  mutating func skipEntry() throws(FormatError) {
    let head = try readHead()
    if head >> 2 == 1 {
      try reader.skipVarint()
      try reader.skip(1)
    } else if head & 1 != 0 {
      try reader.skipVarint()
      try reader.skipVarint()
    } else {
      nextList = nextList &+ (try reader.readCount(atMost: Int.max >> 1))
    }
  }

  @inline(__always)
  private mutating func readHead() throws(FormatError) -> UInt64 {
    let head = try reader.readVarint()
    guard head >> 2 >= 1, head >> 2 <= UInt64(SegmentLayout.largestPassageCount) else {
      throw FormatError(.malformed, offset: reader.offset)
    }
    return head
  }

  @inline(__always)
  mutating func readEntry() throws(FormatError) -> TermEntry {
    let head = try readHead()
    let documentFrequency = Int(head >> 2)
    let isUniform = head & 2 != 0
    if documentFrequency == 1 {
      let passage = UInt32(clamping: try reader.readVarint())
      let frequency = try reader.read(UInt8.self)
      return TermEntry(
        documentFrequency: 1, postings: .single(passage: passage, frequency: frequency),
        isUniform: isUniform)
    }
    let isShared = head & 1 != 0
    let offset = isShared ? try reader.readCount(atMost: Int.max >> 1) : nextList
    let length = try reader.readCount(atMost: Int.max >> 1)
    if !isShared { nextList = nextList &+ length }
    return TermEntry(
      documentFrequency: documentFrequency, postings: .list(offset: offset, length: length),
      isUniform: isUniform)
  }
}
