import Bytes
import Platform

/// An index that finds the records of words and phrases by a hash of their bytes.
///
///     2^bits × u32 entries up to the bucket's end │ entries × (u32 hash, u32 place)
///
/// The lower bits of a phrase's hash select its bucket, and the upper 32 bits must equal those of
/// an entry. The phrases themselves are not stored: a phrase that is missing is mistaken for one of
/// the four in its bucket once in 2^30.
struct PhraseIndex {
  /// The description of an index at the beginning of the file.
  struct Shape {
    /// The binary logarithm of the number of buckets.
    var bucketBits: Int
    /// The number of words of the longest phrase.
    var longestPhrase: Int
    var count: Int

    var byteCount: Int { 4 << bucketBits + entrySize * count }
  }

  fileprivate static let entrySize = 8

  let shape: Shape
  private let ends: UnsafeRawBufferPointer
  private let entries: UnsafeRawBufferPointer

  init(_ shape: Shape, _ reader: inout ByteReader) throws(FormatError) {
    self.shape = shape
    ends = try reader.readBytes(4 << shape.bucketBits)
    entries = try reader.readBytes(Self.entrySize * shape.count)
  }

  /// Returns the offset of the record of a phrase, or nil if there is none.
  func place(of phrase: UnsafeRawBufferPointer) -> Int? {
    let hash = ContentHash.value(of: phrase)
    let upper = UInt32(truncatingIfNeeded: hash &>> 32)
    for entry in range(ofBucket: shape.bucket(of: hash))
    where load(entries, Self.entrySize * entry) == upper {
      return Int(load(entries, Self.entrySize * entry + 4))
    }
    return nil
  }

  /// Starts to read from disk what look-ups of phrases need, before the first of them waits for it.
  ///
  /// - Parameter hashes: The hashes of the phrases.
  func prefetch(_ hashes: [UInt64]) {
    let buckets = hashes.map { shape.bucket(of: $0) }
    for bucket in buckets {
      Platform.prefetch(UnsafeRawBufferPointer(rebasing: ends.dropFirst(4 * bucket).prefix(4)))
    }
    for range in buckets.map(range(ofBucket:)) {
      let bytes = entries[Self.entrySize * range.lowerBound..<Self.entrySize * range.upperBound]
      Platform.prefetch(UnsafeRawBufferPointer(rebasing: bytes))
    }
  }

  /// Returns the range of a bucket's entries, which is empty if the bytes are damaged.
  private func range(ofBucket bucket: Int) -> Range<Int> {
    let start = bucket == 0 ? 0 : Int(load(ends, 4 * bucket - 4))
    let end = Int(load(ends, 4 * bucket))
    return start <= end && end <= shape.count ? start..<end : 0..<0
  }

  @inline(__always)
  private func load(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}

extension PhraseIndex.Shape {
  fileprivate func bucket(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash & (1 << UInt64(bucketBits) - 1))
  }

  /// Reads a shape: `u8 bits │ u8 words │ u32 entries`.
  init(_ reader: inout ByteReader) throws(FormatError) {
    bucketBits = Int(try reader.read(UInt8.self))
    longestPhrase = Int(try reader.read(UInt8.self))
    count = Int(try reader.read(UInt32.self))
    guard bucketBits < 32 else { throw FormatError(.malformed) }
  }

  func encode(into bytes: inout [UInt8]) {
    bytes.append(UInt8(bucketBits))
    bytes.append(UInt8(longestPhrase))
    bytes.append(integer: UInt32(count))
  }
}

extension PhraseIndex {
  /// Returns the index of distinct phrases and the offsets of their records.
  ///
  /// - Parameter phrases: The phrases, each of at most 255 words separated by single spaces.
  static func encode(_ phrases: [(phrase: String, place: Int)]) -> (shape: Shape, bytes: [UInt8]) {
    // On average, a bucket has two to four entries.
    var shape = Shape(
      bucketBits: Int.bitWidth - (phrases.count / 4).leadingZeroBitCount, longestPhrase: 0,
      count: phrases.count)
    var buckets = [[UInt8]](repeating: [], count: 1 << shape.bucketBits)
    for (phrase, place) in phrases {
      shape.longestPhrase = max(shape.longestPhrase, phrase.utf8.count { $0 == 0x20 } + 1)
      let hash = Array(phrase.utf8).hash()
      let bucket = shape.bucket(of: hash)
      buckets[bucket].append(integer: UInt32(truncatingIfNeeded: hash >> 32))
      buckets[bucket].append(integer: UInt32(place))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(shape.byteCount)
    var end = 0
    for bucket in buckets {
      end += bucket.count / entrySize
      bytes.append(integer: UInt32(end))
    }
    for bucket in buckets { bytes += bucket }
    return (shape, bytes)
  }
}
