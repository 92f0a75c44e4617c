public import Bytes
import Platform

/// The sorted terms of a segment with an entry for each, front-coded in blocks.
///
///     u32 terms │ u32 blocks │ blocks × u64 leading eight bytes of the block's first key
///     │ blocks × u32 offset of the block in the data │ data
///
/// A key is the form's byte and the term's UTF-8. A block holds 16 keys:
///
///     varint postings offset of its first list
///     16 × ( `LengthPair` of bytes shared with the previous key and new bytes, the new bytes,
///            varint documentFrequency · 4 + (2: uniform) + (1: see below),
///            documentFrequency = 1 :  varint passage, u8 frequency, or with bit 0 none: it is 1
///            with bit 0            :  varint postings offset, varint length of a shared list
///            else                  :  varint length; lists follow each other )
///
/// A look-up is a binary search over the leading bytes and a scan of one block: O(log *n*), where
/// *n* is the number of terms. Blocks whose first keys share the leading bytes are searched one by
/// one.
public enum TermDictionary {
  static let blockSize = 16
  static let longestKey = 1 << 10

  /// Returns the first eight bytes of a key as a number that sorts like the bytes.
  public static func leadingBytes(_ key: UnsafeRawBufferPointer) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<8 {
      value = value << 8 | (index < key.count ? UInt64(key[index]) : 0)
    }
    return value
  }
}

/// Writes a dictionary from keys in ascending order.
public struct TermDictionaryWriter: Sendable {
  private var leading: [UInt64] = []
  private var offsets: [UInt32] = []
  private var data = ByteWriter()
  private var count = 0
  private var key: [UInt8] = []
  private var previous: [UInt8] = []
  private var nextList = 0
  private var filter = TermFilterWriter()

  public init() {}

  /// The bytes of the dictionary's `TermFilter`.
  public var filterBytes: [UInt8] { filter.bytes }

  public mutating func append(form: TermForm, term: UnsafeRawBufferPointer, _ entry: TermEntry) {
    key.removeAll(keepingCapacity: true)
    key.append(form.rawValue)
    key.append(contentsOf: term)
    filter.append(TermKey(form, term))
    if form == .stem { filter.append(beginningOf: term) }
    if count % TermDictionary.blockSize == 0 { startBlock() }
    var shared = 0
    let most = min(previous.count, key.count)
    while shared < most, previous[shared] == key[shared] { shared += 1 }
    data.appendLengths(shared, key.count - shared)
    data.append(key[shared...])
    append(entry)
    swap(&previous, &key)
    count += 1
  }

  private mutating func startBlock() {
    key.withUnsafeBytes { leading.append(TermDictionary.leadingBytes($0)) }
    offsets.append(UInt32(data.count))
    data.appendVarint(nextList)
    previous.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ entry: TermEntry) {
    var head = UInt64(entry.documentFrequency) << 2 | (entry.isUniform ? 2 : 0)
    switch entry.postings {
    case .single(let passage, let frequency):
      data.appendVarint(head | (frequency == 1 ? 1 : 0))
      data.appendVarint(UInt64(passage))
      if frequency != 1 { data.append(frequency) }
    case .list(let offset, let length):
      if offset == nextList {
        data.appendVarint(head)
        nextList += length
      } else {
        head |= 1
        data.appendVarint(head)
        data.appendVarint(offset)
      }
      data.appendVarint(length)
    }
  }

  public consuming func finish() -> [UInt8] {
    var writer = ByteWriter()
    writer.append(UInt32(count))
    writer.append(UInt32(leading.count))
    for value in leading { writer.append(value) }
    for value in offsets { writer.append(value) }
    writer.append(data.bytes)
    return writer.bytes
  }
}

/// Looks up terms in a dictionary.
///
/// ```swift
/// let terms = segment.terms
/// let frequency = try terms.entry(form: .stem, Array("harbour".utf8))?.documentFrequency ?? 0
/// ```
///
/// - Important: The bytes must outlive the reader.
public struct TermDictionaryReader {
  /// The number of terms.
  public let count: Int
  private let blockCount: Int
  private let leading: UnsafeRawBufferPointer
  private let offsets: UnsafeRawBufferPointer
  private let data: UnsafeRawBufferPointer
  private let filter: TermFilter

  public init(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
    try self.init(bytes, filter: TermFilter())
  }

  init(_ bytes: UnsafeRawBufferPointer, filter: TermFilter) throws(FormatError) {
    self.filter = filter
    var reader = ByteReader(bytes)
    count = Int(try reader.read(UInt32.self))
    blockCount = Int(try reader.read(UInt32.self))
    guard blockCount == (count + TermDictionary.blockSize - 1) / TermDictionary.blockSize else {
      throw FormatError(.malformed)
    }
    leading = try reader.readBytes(blockCount * 8)
    offsets = try reader.readBytes(blockCount * 4)
    data = try reader.readBytes(reader.remaining)
  }

  /// Asks the system to read the directory of blocks from disk.
  func prefetchDirectory() {
    prefetch(leading)
    prefetch(offsets)
  }

  /// Asks the system to read from disk the block that may contain a term.
  public func prefetchBlock(form: TermForm, term: UnsafeRawBufferPointer) {
    guard blockCount > 0, term.count < TermDictionary.longestKey else { return }
    guard let block = try? self.block(holding: TermKey(form, term)) else { return }
    let start = offset(ofBlock: block)
    let end = block + 1 < blockCount ? offset(ofBlock: block + 1) : data.count
    guard start <= end, end <= data.count else { return }
    prefetch(UnsafeRawBufferPointer(rebasing: data[start..<end]))
  }

  /// Returns whether the segment may contain a term. `false` is certain, and found without a
  /// look-up.
  public func mayHold(form: TermForm, term: UnsafeRawBufferPointer) -> Bool {
    filter.mayHold(TermKey(form, term))
  }

  /// Returns whether the segment may contain a stem that begins like a word. `false` is certain.
  ///
  /// The stem has the same first three bytes as the word, or consists of the word's first two
  /// bytes. If the word has one or two bytes, the stem is a prefix of it. The letters `y` and `i`
  /// count as equal.
  public func mayHoldStem(beginningLike word: UnsafeRawBufferPointer) -> Bool {
    filter.mayHoldStem(beginningLike: word)
  }

  /// Returns the entry of a term, or nil if the segment does not contain it.
  public func entry(
    form: TermForm, term: UnsafeRawBufferPointer
  ) throws(FormatError) -> TermEntry? {
    let key = TermKey(form, term)
    guard term.count < TermDictionary.longestKey, filter.mayHold(key) else { return nil }
    guard let block = try self.block(holding: key) else { return nil }
    var search = try TermBlockSearch(data, at: offset(ofBlock: block), wanted: key)
    return try search.find(among: keyCount(of: block))
  }

  /// Returns the first block that may contain terms of a form.
  func firstBlock(of form: TermForm) throws(FormatError) -> Int {
    try block(holding: TermKey(form, UnsafeRawBufferPointer(start: nil, count: 0))) ?? 0
  }

  /// Returns a scan of a block's keys, or nil if there is no such block.
  func scan(ofBlock block: Int) throws(FormatError) -> TermBlockScan? {
    guard block < blockCount else { return nil }
    return try TermBlockScan(data, at: offset(ofBlock: block), keys: keyCount(of: block))
  }

  private func keyCount(of block: Int) -> Int {
    min(TermDictionary.blockSize, count - block * TermDictionary.blockSize)
  }

  private func offset(ofBlock block: Int) -> Int {
    Int(UInt32(littleEndian: offsets.loadUnaligned(fromByteOffset: block * 4, as: UInt32.self)))
  }

  /// Returns the last block whose first key is at most `key`, or nil if there is none.
  private func block(holding key: TermKey) throws(FormatError) -> Int? {
    let wanted = key.leadingBytes
    // The leading bytes of blocks before `low` are less than the key's; from `high` on, they are
    // not.
    var low = 0
    var high = blockCount
    while low < high {
      let middle = (low &+ high) >> 1
      let value = UInt64(
        littleEndian: leading.loadUnaligned(fromByteOffset: middle &* 8, as: UInt64.self))
      if value < wanted { low = middle &+ 1 } else { high = middle }
    }
    // Blocks that share the eight bytes differ in the rest of their first key.
    while low < blockCount {
      let value = UInt64(
        littleEndian: leading.loadUnaligned(fromByteOffset: low &* 8, as: UInt64.self))
      guard value == wanted else { break }
      var scan = try TermBlockScan(data, at: offset(ofBlock: low), keys: 1)
      guard try scan.next(), scan.compare(key) <= 0 else { break }
      low += 1
    }
    return low == 0 ? nil : low - 1
  }

  /// Calls `body` with each term of `form` that begins with `prefix`, in order, until it returns
  /// `false`.
  ///
  /// - Complexity: O(log *n* + *m*), where *n* is the number of terms in the dictionary and *m* is
  ///   the number of terms that begin with `prefix`.
  public func forEachTerm(
    form: TermForm, prefix: UnsafeRawBufferPointer,
    _ body: (_ term: UnsafeRawBufferPointer, _ entry: TermEntry) -> Bool
  ) throws(FormatError) {
    guard blockCount > 0, prefix.count < TermDictionary.longestKey else { return }
    let key = TermKey(form, prefix)
    for block in (try block(holding: key) ?? 0)..<blockCount {
      var scan = try TermBlockScan(data, at: offset(ofBlock: block), keys: keyCount(of: block))
      while try scan.next() {
        if scan.hasPrefix(key) {
          let goesOn = scan.key.withUnsafeBytes {
            body(UnsafeRawBufferPointer(rebasing: $0[1..<scan.keyLength]), scan.entry)
          }
          if !goesOn { return }
        } else if scan.compare(key) > 0 {
          return
        }
      }
    }
  }
}

extension TermDictionaryReader {
  /// Returns the entry of a term given as bytes, or nil if the segment does not contain it.
  public func entry(form: TermForm, _ term: [UInt8]) throws(FormatError) -> TermEntry? {
    let result = term.withUnsafeBytes { bytes -> Result<TermEntry?, FormatError> in
      do throws(FormatError) {
        return .success(try entry(form: form, term: bytes))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
