import Bytes
import Model
import TextAnalysis

/// The translations of one direction, in a hash table whose buckets have checksums, so that a
/// look-up verifies what it reads and nothing has to be read before.
///
///     u32 bucket offsets, one more than buckets │ buckets × u64 signature │ buckets
///
/// A bucket is a u32 hash of its number and what follows, and then its records, each after its
/// length (u16). Offsets count from the start of the section. A signature rules out most of the
/// keys that its bucket does not have: see `BucketSignature`.
struct TableSection {
  /// The description of a section in the header of the table.
  struct Shape {
    /// The binary logarithm of the number of buckets.
    var bucketBits: Int
    /// The number of words of the longest key.
    var longestKey: Int

    /// - Parameter hash: The hash of a key.
    @inline(__always)
    fileprivate func bucket(of hash: UInt64) -> Int {
      Int(truncatingIfNeeded: hash & (1 << UInt64(bucketBits) - 1))
    }

    @inline(__always)
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

  /// Returns the translations of words with this stem, or of words with this surface form.
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

  /// Returns the record of a key, or nil if there is none.
  ///
  /// - Throws: `FormatError` if the bucket of the key is damaged.
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

  /// Returns whether there may be a record for a key. A result of `false` is certain, and usual for
  /// keys that are missing.
  @inline(__always)
  func mayHave(_ key: UnsafeRawBufferPointer) throws(FormatError) -> Bool {
    let hash = ContentHash.value(of: key)
    return try signature(ofBucket: shape.bucket(of: hash)).mayHave(hash)
  }

  @inline(__always)
  private func signature(ofBucket number: Int) throws(FormatError) -> BucketSignature {
    let place = shape.place(ofSignature: number)
    guard place + 8 <= bytes.count else { throw FormatError(.malformed) }
    let encoded = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    return try BucketSignature(UInt64(littleEndian: encoded), ofBucket: number)
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
  /// The maximum size of the records in bytes, so that 32 bits can hold every offset. Further
  /// records are left out.
  private static let maximumSize = 1 << 31

  init(_ languages: LanguagePair, recordCount: Int) {
    self.languages = languages
    // On average, a bucket has four to eight records.
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

/// The keys that a bucket may have: a Bloom filter of 56 bits, three for each key, so that one in
/// twenty of the missing keys is looked up in vain. A checksum of eight bits is added when it is
/// stored.
struct BucketSignature {
  private var bits: UInt64 = 0

  /// Creates the signature of an empty bucket.
  init() {}

  @inline(__always)
  init(_ encoded: UInt64, ofBucket number: Int) throws(FormatError) {
    bits = encoded & (1 << 56 - 1)
    guard self.encoded(ofBucket: number) == encoded else { throw FormatError(.malformed) }
  }

  /// Returns the bits and, above them, a checksum that reveals any single flipped bit.
  @inline(__always)
  func encoded(ofBucket number: Int) -> UInt64 {
    var folded = bits ^ bits >> 32
    folded ^= folded >> 16
    folded ^= folded >> 8
    // Because of the constant, zeros are not a valid signature of most buckets.
    return bits | (folded ^ UInt64(number) ^ 0xA5) << 56
  }

  /// - Parameter hash: The hash of a key, of which the lower half selected the bucket.
  mutating func add(_ hash: UInt64) { bits |= Self.mask(of: hash) }

  @inline(__always)
  func mayHave(_ hash: UInt64) -> Bool { ~bits & Self.mask(of: hash) == 0 }

  @inline(__always)
  private static func mask(of hash: UInt64) -> UInt64 {
    bit(hash &>> 32) | bit(hash &>> 42) | bit(hash &>> 52)
  }
  /// Returns the bit that the lower ten bits of a number select.
  @inline(__always)
  private static func bit(_ number: UInt64) -> UInt64 { 1 &<< ((number & 1023) &* 56 / 1024) }
}
