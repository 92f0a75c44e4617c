public import Bytes

/// Walks the keys of one dictionary block. See `TermDictionary` for the layout.
struct TermBlockScan {
  private var entries: TermEntryReader
  private var keysLeft: Int
  /// A buffer of which the first `keyLength` bytes are the current key.
  private(set) var key = [UInt8](repeating: 0, count: 64)
  private(set) var keyLength = 0
  private(set) var entry = TermEntry(
    documentFrequency: 0, postings: .single(passage: 0, frequency: 0))

  init(_ data: UnsafeRawBufferPointer, at offset: Int, keys: Int) throws(FormatError) {
    entries = try TermEntryReader(data, at: offset)
    keysLeft = keys
  }

  /// Advances to the next key. Returns `false` after the last.
  mutating func next() throws(FormatError) -> Bool {
    guard keysLeft > 0 else { return false }
    keysLeft -= 1
    let (shared, further) = try entries.readKey()
    guard shared <= keyLength else { throw FormatError(.malformed) }
    keyLength = shared + further.count
    if keyLength > key.count {
      key.append(contentsOf: repeatElement(0, count: keyLength - key.count))
    }
    key.withUnsafeMutableBytes { out in
      UnsafeMutableRawBufferPointer(rebasing: out[shared..<keyLength]).copyBytes(from: further)
    }
    entry = try entries.readEntry()
    return true
  }

  /// Returns −1, 0 or 1 if the current key is before, equal to or after `other` in byte order.
  func compare(_ other: TermKey) -> Int {
    let common = commonCount(with: other)
    if common < min(keyLength, other.count) { return key[common] < other[common] ? -1 : 1 }
    return keyLength == other.count ? 0 : (keyLength < other.count ? -1 : 1)
  }

  func hasPrefix(_ prefix: TermKey) -> Bool { commonCount(with: prefix) == prefix.count }

  private func commonCount(with other: TermKey) -> Int {
    key.withUnsafeBytes {
      other.commonCount(from: 0, with: UnsafeRawBufferPointer(rebasing: $0[..<keyLength]))
    }
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

  /// - Parameters:
  ///   - reader: A reader at the start of an entry.
  ///   - nextList: The offset of the entry's list, unless it shares the list of another entry.
  init(_ reader: ByteReader, nextList: Int) {
    self.reader = reader
    self.nextList = nextList
  }

  /// Returns the number of bytes shared with the previous key, and the remaining bytes.
  mutating func readKey() throws(FormatError) -> (shared: Int, further: UnsafeRawBufferPointer) {
    let (shared, further) = try reader.readLengths()
    guard further <= TermDictionary.longestKey else {
      throw FormatError(.malformed, offset: reader.offset)
    }
    return (shared, try reader.readBytes(further))
  }

  /// Returns whether a number can begin an entry.
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

/// Walks the terms of one form in the order of their bytes.
///
/// ```swift
/// var scan = try TermScan(segment.terms, form: .stem)
/// while try scan.next() {
///   scan.withTerm { print(String(decoding: $0, as: UTF8.self), scan.entry.documentFrequency) }
/// }
/// ```
public struct TermScan {
  private let dictionary: TermDictionaryReader
  private let form: TermForm
  private var block: Int
  private var scan: TermBlockScan?

  /// - Parameters:
  ///   - form: The form of the terms to walk.
  ///   - dictionary: The dictionary, whose bytes must outlive the scan.
  public init(_ dictionary: TermDictionaryReader, form: TermForm) throws(FormatError) {
    self.dictionary = dictionary
    self.form = form
    block = try dictionary.firstBlock(of: form)
  }

  /// Advances to the next term. Returns `false` after the last.
  public mutating func next() throws(FormatError) -> Bool {
    while true {
      if try scan?.next() == true {
        guard let found = scan?.key[0], found <= form.rawValue else { return false }
        if found == form.rawValue { return true }
      } else {
        guard let next = try dictionary.scan(ofBlock: block) else { return false }
        scan = next
        block += 1
      }
    }
  }

  /// The entry of the current term. It is valid after `next` has returned `true`.
  public var entry: TermEntry {
    scan?.entry ?? TermEntry(documentFrequency: 0, postings: .single(passage: 0, frequency: 0))
  }

  /// Calls `body` with the UTF-8 of the current term. It is valid after `next` has returned `true`.
  public func withTerm<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    guard let scan else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    return scan.key.withUnsafeBytes {
      body(UnsafeRawBufferPointer(rebasing: $0[min(1, scan.keyLength)..<scan.keyLength]))
    }
  }
}
