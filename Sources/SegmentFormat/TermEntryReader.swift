import Bytes

/// Reads the keys and entries of a dictionary block. See `TermDictionary` for the layout.
struct TermEntryReader {
  private var reader: ByteReader
  private var nextList: Int

  init(_ data: UnsafeRawBufferPointer, at offset: Int) throws(FormatError) {
    guard offset <= data.count else { throw FormatError(.malformed, offset: offset) }
    reader = ByteReader(data, at: offset)
    nextList = try reader.readCount(atMost: Int.max >> 1)
  }

  /// - Parameters:
  ///   - reader: stands at an entry.
  ///   - nextList: where its list begins, unless it shares another one's.
  init(_ reader: ByteReader, nextList: Int) {
    self.reader = reader
    self.nextList = nextList
  }

  /// Bytes shared with the key before, and the further ones.
  mutating func readKey() throws(FormatError) -> (shared: Int, further: UnsafeRawBufferPointer) {
    let (shared, further) = try reader.readLengths()
    guard further <= TermDictionary.longestKey else {
      throw FormatError(.malformed, offset: reader.offset)
    }
    return (shared, try reader.readBytes(further))
  }

  /// Whether a number can begin an entry.
  @inline(__always)
  static func isHead(_ head: UInt64) -> Bool {
    1...UInt64(SegmentLayout.largestPassageCount) ~= head >> 2
  }

  mutating func readEntry() throws(FormatError) -> TermEntry {
    let head = try reader.readVarint()
    guard Self.isHead(head) else { throw FormatError(.malformed, offset: reader.offset) }
    let documentFrequency = Int(head >> 2)
    let isUniform = head & 2 != 0
    if documentFrequency == 1 {
      let passage = UInt32(clamping: try reader.readVarint())
      let frequency = head & 1 == 0 ? try reader.read(UInt8.self) : 1
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
