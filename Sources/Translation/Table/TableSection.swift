import TextAnalysis

/// The translations of one direction: a hash table whose buckets vouch for themselves, so that a
/// look-up checks what it reads and nothing has to be read before.
///
///     u32 bucket offsets, one more than buckets │ buckets
///
/// A bucket: u32 hash of its number and what follows, then its records, each behind its length
/// (u16). Offsets count from the section's start.
struct TableSection {
  /// What the table's header says of a section.
  struct Shape {
    /// There are 2^bits buckets.
    var bucketBits: Int
    /// Words of the longest key.
    var longestKey: Int
  }

  let shape: Shape
  private let bytes: UnsafeRawBufferPointer

  init(_ shape: Shape, _ bytes: UnsafeRawBufferPointer) {
    self.shape = shape
    self.bytes = bytes
  }

  /// The translations of words with this stem, or of those with this surface form.
  func translations(
    of key: [UInt8], byStem: Bool
  ) throws(TableDamage) -> [TableRecord.Translation] {
    try key.withUnsafeBufferPointer { (key) throws(TableDamage) -> [TableRecord.Translation] in
      try record(for: UnsafeRawBufferPointer(key))?.translations(byStem: byStem) ?? []
    }
  }

  private func range(ofBucket number: Int) throws(TableDamage) -> Range<Int> {
    var cursor = TableCursor(bytes, at: 4 * number)
    let start = Int(try cursor.read(UInt32.self))
    let end = Int(try cursor.read(UInt32.self))
    guard start <= end, end <= bytes.count else { throw TableDamage() }
    return start..<end
  }

  /// The record of a key; nil where there is none.
  func record(for key: UnsafeRawBufferPointer) throws(TableDamage) -> TableRecord? {
    let number = Self.bucket(of: key, bits: shape.bucketBits)
    let range = try range(ofBucket: number)
    var bucket = TableCursor(UnsafeRawBufferPointer(rebasing: bytes[range]))
    let expected = try bucket.read(UInt32.self)
    guard Self.hash(UnsafeRawBufferPointer(rebasing: bucket.bytes[4...]), number) == expected
    else { throw TableDamage() }
    while !bucket.isAtEnd {
      let record = try TableRecord(try bucket.readBytes(Int(try bucket.read(UInt16.self))))
      if record.has(key) { return record }
    }
    return nil
  }

  fileprivate static func bucket(of key: UnsafeRawBufferPointer, bits: Int) -> Int {
    Int(truncatingIfNeeded: ContentHash.value(of: key) & (1 << UInt64(bits) - 1))
  }

  fileprivate static func hash(_ records: UnsafeRawBufferPointer, _ number: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: ContentHash.value(of: records, seed: UInt64(number)))
  }
}

/// Collects the records of a section.
struct SectionWriter {
  let languages: LanguagePair
  private(set) var shape: TableSection.Shape
  private var buckets: [[UInt8]]
  private var size = 0
  /// In bytes: what 32 bits can point into, with room for the pointers; the rest is left out.
  private static let maximumSize = 1 << 31

  init(_ languages: LanguagePair, recordCount: Int) {
    self.languages = languages
    // Four to eight records in a bucket.
    let bits = Int.bitWidth - (recordCount / 8).leadingZeroBitCount
    shape = TableSection.Shape(bucketBits: bits, longestKey: 0)
    buckets = Array(repeating: [], count: 1 << bits)
  }

  mutating func add(_ key: String, _ record: [UInt8]) {
    guard size + record.count <= Self.maximumSize else { return }
    size += record.count + 2
    shape.longestKey = max(shape.longestKey, key.utf8.count { $0 == 0x20 } + 1)
    let number = Array(key.utf8).withUnsafeBytes {
      TableSection.bucket(of: $0, bits: shape.bucketBits)
    }
    buckets[number].append(integer: UInt16(record.count))
    buckets[number].append(contentsOf: record)
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var offset = 4 * (buckets.count + 1)
    bytes.reserveCapacity(offset + 4 * buckets.count + size)
    for bucket in buckets {
      bytes.append(integer: UInt32(offset))
      offset += bucket.count + 4
    }
    bytes.append(integer: UInt32(offset))
    for (number, bucket) in buckets.enumerated() {
      bytes.append(integer: bucket.withUnsafeBytes { TableSection.hash($0, number) })
      bytes.append(contentsOf: bucket)
    }
    return bytes
  }
}
