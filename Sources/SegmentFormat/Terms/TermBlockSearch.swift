import Bytes

/// Finds one key in a dictionary block without assembling the keys.
///
/// Keys are front-coded and ascend, so the number of bytes that the current key has in common with
/// the wanted key decides most comparisons: if the next key shares more bytes than that with the
/// current one, it still precedes the wanted key; if it shares fewer, it follows the wanted key.
struct TermBlockSearch {
  private let data: UnsafeRawBufferPointer
  private let wanted: TermKey
  private var cursor: ByteCursor
  /// The offset of the current key's list, unless it shares the list of another key.
  private var nextList: Int

  init(_ data: UnsafeRawBufferPointer, at offset: Int, wanted: TermKey) throws(FormatError) {
    guard var cursor = ByteCursor(data, at: offset),
      let nextList = cursor.takeVarint().flatMap(Int.init(exactly:))
    else { throw FormatError(.malformed, offset: offset) }
    self.data = data
    self.wanted = wanted
    self.cursor = cursor
    self.nextList = nextList
  }

  /// Returns the entry of the wanted key, or nil if it is not among the first `count` keys.
  mutating func find(among count: Int) throws(FormatError) -> TermEntry? {
    let outcome = seek(among: count)
    let offset = data.count - cursor.remaining
    switch outcome {
    case .found:
      var entries = TermEntryReader(ByteReader(data, at: offset), nextList: nextList)
      return try entries.readEntry()
    case .absent: return nil
    case .damaged: throw FormatError(.malformed, offset: offset)
    }
  }

  private enum Outcome { case found, absent, damaged }

  /// Advances to the entry of the wanted key.
  private mutating func seek(among count: Int) -> Outcome {
    var cursor = cursor
    var nextList = nextList
    defer { (self.cursor, self.nextList) = (cursor, nextList) }
    var common: UInt64 = 0
    for _ in 0..<count {
      guard let (shared, length) = cursor.takeLengths(),
        length <= UInt64(TermDictionary.longestKey),
        let further = cursor.takeBytes(Int(truncatingIfNeeded: length))
      else { return .damaged }
      if shared <= common {
        guard shared == common else { return .absent }
        let matched = wanted.commonCount(
          from: Int(truncatingIfNeeded: common), with: further)
        common &+= UInt64(matched)
        if common == UInt64(wanted.count) { return matched == further.count ? .found : .absent }
        if matched < further.count, further[matched] > wanted[Int(truncatingIfNeeded: common)] {
          return .absent
        }
      }
      guard cursor.stepOverEntry(&nextList) else { return .damaged }
    }
    return .absent
  }
}

extension ByteCursor {
  /// Skips an entry, and adds the length of its list to `nextList`. Returns `false` if the bytes
  /// are not an entry.
  @inline(__always)
  fileprivate mutating func stepOverEntry(_ nextList: inout Int) -> Bool {
    guard let head = takeVarint(), TermEntryReader.isHead(head) else { return false }
    if head >> 2 == 1 { return skipVarint() && (head & 1 != 0 || takeBytes(1) != nil) }
    if head & 1 != 0 { return skipVarint() && skipVarint() }
    guard let length = takeVarint(), length <= UInt64(Int.max >> 1) else { return false }
    nextList = nextList &+ Int(truncatingIfNeeded: length)
    return true
  }
}
