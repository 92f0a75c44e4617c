import Bytes

/// Walks the keys of one dictionary block. See `TermDictionary` for the layout.
struct TermBlockScan {
  private var entries: TermEntryReader
  private var keysLeft: Int
  /// The current key's bytes are the first `keyLength`.
  private(set) var key = [UInt8](repeating: 0, count: 64)
  private(set) var keyLength = 0
  private(set) var entry = TermEntry(
    documentFrequency: 0, postings: .single(passage: 0, frequency: 0))

  init(_ data: UnsafeRawBufferPointer, at offset: Int, keys: Int) throws(FormatError) {
    entries = try TermEntryReader(data, at: offset)
    keysLeft = keys
  }

  /// Steps to the next key; false after the last.
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

  /// −1, 0 or 1 as the current key stands before, at or after `other` in byte order.
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
