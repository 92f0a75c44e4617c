import Bytes

/// Writes the postings section, one list after the other.
public struct PostingListWriter: Sendable {
  private(set) var writer = ByteWriter()
  /// The number of bytes drained so far.
  private var drained = 0
  private var gaps = [UInt32](repeating: 0, count: BitPacking.blockSize)
  private var frequencies = [UInt32](repeating: 0, count: BitPacking.blockSize)

  public init() {}

  /// The number of bytes of all lists so far.
  public var byteCount: Int { drained + writer.count }

  /// The number of bytes that can be drained.
  public var pendingByteCount: Int { writer.count }

  /// Returns the bytes of the lists that were appended since the last call.
  public mutating func drain() -> [UInt8] {
    drained += writer.count
    return writer.drain()
  }

  /// Returns the rest of the section's bytes, including the padding that readers rely on.
  public consuming func finish() -> [UInt8] {
    writer.append(repeatElement(0, count: PostingList.padding))
    return writer.bytes
  }

  /// Appends one term's postings and returns the entry that locates them.
  ///
  /// - Parameters:
  ///   - passages: The passages that contain the term, in ascending order, at least one.
  ///   - tf: The frequency of the term in each of the passages, at least 1.
  ///   - lengthCodes: The `LengthCode` of each passage of the segment.
  /// - Complexity: O(*n*), where *n* is the number of postings.
  public mutating func append(
    passages: UnsafeBufferPointer<UInt32>, frequencies tf: UnsafeBufferPointer<UInt8>,
    lengthCodes: UnsafeBufferPointer<UInt8>
  ) -> TermEntry {
    if passages.count == 1 {
      return TermEntry(
        documentFrequency: 1, postings: .single(passage: passages[0], frequency: tf[0]))
    }
    let start = byteCount
    if passages.count < BitPacking.blockSize {
      appendShort(passages, tf, lengthCodes)
    } else {
      appendLong(passages, tf, lengthCodes)
    }
    return TermEntry(
      documentFrequency: passages.count,
      postings: .list(offset: start, length: byteCount - start))
  }

  private mutating func appendShort(
    _ passages: UnsafeBufferPointer<UInt32>, _ tf: UnsafeBufferPointer<UInt8>,
    _ lengthCodes: UnsafeBufferPointer<UInt8>
  ) {
    let block = prepare(passages, tf, lengthCodes, 0..<passages.count, after: .max)
    writer.append(block.widths.encoded)
    writer.append(block.greatestFrequency)
    writer.append(block.leastLengthCode)
    pack(block)
  }

  private mutating func appendLong(
    _ passages: UnsafeBufferPointer<UInt32>, _ tf: UnsafeBufferPointer<UInt8>,
    _ lengthCodes: UnsafeBufferPointer<UInt8>
  ) {
    var directory = ByteWriter()
    var outer = ByteWriter()
    // The blocks are packed into an empty writer, because the directory precedes them.
    swap(&outer, &writer)
    var previous: UInt32 = .max
    for start in stride(from: 0, to: passages.count, by: BitPacking.blockSize) {
      let range = start..<min(start + BitPacking.blockSize, passages.count)
      let block = prepare(passages, tf, lengthCodes, range, after: previous)
      pack(block)
      previous = passages[range.upperBound - 1]
      directory.append(previous)
      directory.append(UInt32(writer.count))
      directory.append(block.widths.encoded)
      directory.append(block.greatestFrequency)
      directory.append(block.leastLengthCode)
    }
    swap(&outer, &writer)
    writer.append(directory.bytes)
    writer.append(outer.bytes)
  }

  private struct Block {
    var count: Int
    var widths = PackedWidths(gaps: .init(), frequencies: .init())
    var greatestFrequency: UInt8 = 0
    var leastLengthCode: UInt8 = .max
  }

  private mutating func prepare(
    _ passages: UnsafeBufferPointer<UInt32>, _ tf: UnsafeBufferPointer<UInt8>,
    _ lengthCodes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, after: UInt32
  ) -> Block {
    var block = Block(count: range.count)
    var previous = after
    gaps.withUnsafeMutableBufferPointer { gaps in
      frequencies.withUnsafeMutableBufferPointer { frequencies in
        for (slot, index) in range.enumerated() {
          gaps[slot] = passages[index] &- previous &- 1
          previous = passages[index]
          frequencies[slot] = UInt32(tf[index]) - 1
          block.greatestFrequency = max(block.greatestFrequency, tf[index])
          block.leastLengthCode = min(block.leastLengthCode, lengthCodes[Int(passages[index])])
        }
      }
    }
    block.widths = PackedWidths(
      gaps: gaps.withUnsafeBufferPointer {
        PatchedPacking.widths(
          for: UnsafeBufferPointer(rebasing: $0[..<range.count]), widest: BitPacking.maximumBits)
      },
      frequencies: frequencies.withUnsafeBufferPointer {
        PatchedPacking.widths(
          for: UnsafeBufferPointer(rebasing: $0[..<range.count]),
          widest: PackedWidths.widestFrequency)
      })
    return block
  }

  private mutating func pack(_ block: Block) {
    PostingListWriter.pack(gaps, block.count, block.widths.gaps, into: &writer)
    PostingListWriter.pack(frequencies, block.count, block.widths.frequencies, into: &writer)
  }

  private static func pack(
    _ values: [UInt32], _ count: Int, _ widths: PatchedPacking.Widths, into writer: inout ByteWriter
  ) {
    values.withUnsafeBufferPointer {
      PatchedPacking.pack(UnsafeBufferPointer(rebasing: $0[..<count]), widths, into: &writer)
    }
  }
}
