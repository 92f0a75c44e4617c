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
    switch seek(among: count) {
    case .found: try entries.readEntry()
    case .absent: nil
    case .damaged: throw FormatError(.malformed, offset: entries.offset)
    }
  }

  private enum Outcome { case found, absent, damaged }

  /// Steps to the entry of the wanted key.
  private mutating func seek(among count: Int) -> Outcome {
    var entries = entries
    defer { self.entries = entries }
    var common = 0
    for _ in 0..<count {
      guard let (shared, further) = entries.nextKey() else { return .damaged }
      if shared <= common {
        guard shared == common else { return .absent }
        let matched = wanted.commonCount(from: common, with: further)
        common &+= matched
        if common == wanted.count { return matched == further.count ? .found : .absent }
        if matched < further.count, further[matched] > wanted[common] { return .absent }
      }
      guard entries.stepOver() else { return .damaged }
    }
    return .absent
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

  var offset: Int { reader.offset }

  /// Bytes shared with the key before, and the further ones; nil where there is no key.
  @inline(__always)
  mutating func nextKey() -> (shared: Int, further: UnsafeRawBufferPointer)? {
    let lengths: (UInt64, UInt64)
    if let (shared, further) = reader.takeBytePair() {
      lengths = (UInt64(shared), UInt64(further))
    } else {
      guard let shared = reader.takeVarint(), let further = reader.takeVarint(),
        max(shared, further) <= UInt64(TermDictionary.longestKey)
      else { return nil }
      lengths = (shared, further)
    }
    guard let bytes = reader.takeBytes(Int(lengths.1)) else { return nil }
    return (Int(lengths.0), bytes)
  }

  /// Bytes shared with the key before, and the further ones.
  mutating func readKey() throws(FormatError) -> (shared: Int, further: UnsafeRawBufferPointer) {
    guard let key = nextKey() else { throw FormatError(.malformed, offset: offset) }
    return key
  }

  /// Steps over an entry, false where there is none; all it needs to know is how far its list
  /// reaches.
  @inline(__always)
  mutating func stepOver() -> Bool {
    guard let head = reader.takeVarint(), Self.isHead(head) else { return false }
    if head >> 2 == 1 { return reader.stepOverVarint() && reader.takeBytes(1) != nil }
    if head & 1 != 0 { return reader.stepOverVarint() && reader.stepOverVarint() }
    guard let length = reader.takeVarint(), length <= UInt64(Int.max >> 1) else { return false }
    nextList = nextList &+ Int(length)
    return true
  }

  /// Whether a number can begin an entry.
  @inline(__always)
  private static func isHead(_ head: UInt64) -> Bool {
    1...UInt64(SegmentLayout.largestPassageCount) ~= head >> 2
  }

  mutating func readEntry() throws(FormatError) -> TermEntry {
    let head = try reader.readVarint()
    guard Self.isHead(head) else { throw FormatError(.malformed, offset: reader.offset) }
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
