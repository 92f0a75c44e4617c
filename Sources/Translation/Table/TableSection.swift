import Bytes
import Model
import TextAnalysis

/// The translations of one direction: a hash table whose buckets vouch for themselves, so that a
/// look-up checks what it reads and nothing has to be read before.
///
///     u32 bucket offsets, one more than buckets │ buckets × u64 signature │ buckets
///
/// A bucket: u32 hash of its number and what follows, then its records, each behind its length
/// (u16). Offsets count from the section's start. A signature tells of most keys that the bucket
/// does not have them: see `BucketSignature`.
struct TableSection {
  /// What the table's header says of a section.
  struct Shape {
    /// There are 2^bits buckets.
    var bucketBits: Int
    /// Words of the longest key.
    var longestKey: Int

    /// - Parameter hash: of a key.
    fileprivate func bucket(of hash: UInt64) -> Int {
      Int(truncatingIfNeeded: hash & (1 << UInt64(bucketBits) - 1))
    }

    fileprivate func place(ofSignature number: Int) -> Int {
      4 * (1 << bucketBits + 1) + 8 * number
    }
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
  ) throws(FormatError) -> [TableRecord.Translation] {
    try key.withUnsafeBufferPointer { (key) throws(FormatError) -> [TableRecord.Translation] in
      try record(for: UnsafeRawBufferPointer(key))?.translations(byStem: byStem) ?? []
    }
  }

  private func range(ofBucket number: Int) throws(FormatError) -> Range<Int> {
    var reader = ByteReader(bytes, at: 4 * number)
    let start = Int(try reader.read(UInt32.self))
    let end = Int(try reader.read(UInt32.self))
    guard start <= end, end <= bytes.count else { throw FormatError(.malformed) }
    return start..<end
  }

  /// The record of a key; nil where there is none.
  func record(for key: UnsafeRawBufferPointer) throws(FormatError) -> TableRecord? {
    let hash = ContentHash.value(of: key)
    let number = shape.bucket(of: hash)
    guard try signature(ofBucket: number).mayHave(hash) else { return nil }
    let range = try range(ofBucket: number)
    var bucket = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[range]))
    let expected = try bucket.read(UInt32.self)
    guard Self.hash(UnsafeRawBufferPointer(rebasing: bucket.bytes[4...]), number) == expected
    else { throw FormatError(.malformed) }
    while !bucket.isAtEnd {
      let record = try TableRecord(try bucket.readBytes(Int(try bucket.read(UInt16.self))))
      if record.has(key) { return record }
    }
    return nil
  }

  private func signature(ofBucket number: Int) throws(FormatError) -> BucketSignature {
    var reader = ByteReader(bytes, at: shape.place(ofSignature: number))
    return try BucketSignature(try reader.read(UInt64.self), ofBucket: number)
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
  private var signatures: [BucketSignature]
  private var size = 0
  /// In bytes: what 32 bits can point into, with room for the pointers; the rest is left out.
  private static let maximumSize = 1 << 31

  init(_ languages: LanguagePair, recordCount: Int) {
    self.languages = languages
    // Four to eight records in a bucket.
    let bits = Int.bitWidth - (recordCount / 8).leadingZeroBitCount
    shape = TableSection.Shape(bucketBits: bits, longestKey: 0)
    buckets = Array(repeating: [], count: 1 << bits)
    signatures = Array(repeating: BucketSignature(), count: buckets.count)
  }

  mutating func add(_ key: String, _ record: [UInt8]) {
    guard size + record.count <= Self.maximumSize else { return }
    size += record.count + 2
    shape.longestKey = max(shape.longestKey, key.utf8.count { $0 == 0x20 } + 1)
    let hash = Array(key.utf8).hash()
    let number = shape.bucket(of: hash)
    signatures[number].add(hash)
    buckets[number].append(integer: UInt16(record.count))
    buckets[number].append(contentsOf: record)
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var offset = shape.place(ofSignature: buckets.count)
    bytes.reserveCapacity(offset + 4 * buckets.count + size)
    for bucket in buckets {
      bytes.append(integer: UInt32(offset))
      offset += bucket.count + 4
    }
    bytes.append(integer: UInt32(offset))
    for (number, signature) in signatures.enumerated() {
      bytes.append(integer: signature.encoded(ofBucket: number))
    }
    for (number, bucket) in buckets.enumerated() {
      bytes.append(integer: bucket.withUnsafeBytes { TableSection.hash($0, number) })
      bytes.append(contentsOf: bucket)
    }
    return bytes
  }
}

/// Which keys a bucket may have: a Bloom filter of 56 bits, three for each key, so that of the keys
/// that are not there one in twenty is looked for. It vouches for itself by eight more bits.
struct BucketSignature {
  private var bits: UInt64 = 0

  /// Of an empty bucket.
  init() {}

  init(_ encoded: UInt64, ofBucket number: Int) throws(FormatError) {
    bits = encoded & (1 << 56 - 1)
    guard self.encoded(ofBucket: number) == encoded else { throw FormatError(.malformed) }
  }

  /// The bits, and above them a byte that no single flipped bit of them leaves fitting.
  func encoded(ofBucket number: Int) -> UInt64 {
    var folded = bits ^ bits >> 32
    folded ^= folded >> 16
    folded ^= folded >> 8
    // Nothing but zeros is no signature.
    return bits | (folded ^ UInt64(number) ^ 0xA5) << 56
  }

  /// - Parameter hash: of a key, whose lower half chose the bucket.
  mutating func add(_ hash: UInt64) { bits |= Self.mask(of: hash) }

  func mayHave(_ hash: UInt64) -> Bool { ~bits & Self.mask(of: hash) == 0 }

  private static func mask(of hash: UInt64) -> UInt64 {
    var mask: UInt64 = 0
    for shift: UInt64 in [32, 42, 52] { mask |= 1 << ((hash >> shift & 1023) * 56 / 1024) }
    return mask
  }
}
