import Bytes
import TestSupport
import Testing

@testable import SegmentFormat

@Suite("Columns and packed numbers") struct NumberTests {
  @Test("a column gives its values back at every width", arguments: 0...56)
  func column(bits: Int) throws {
    var random = SplitMix64(seed: UInt64(bits))
    let greatest: UInt64 = bits == 0 ? 0 : UInt64.max >> UInt64(64 - bits)
    for count in [0, 1, 2, 7, 8, 9, 100, 128, 129, 300] {
      let least = UInt64.random(in: 0...(1 << 56), using: &random)
      var values = (0..<count).map { _ in least + (random.next() & greatest) }
      if count > 1 { values.replaceSubrange(0...1, with: [least, least + greatest]) }
      try withBytes(Column.encode(values)) { bytes in
        let column = try Column(bytes)
        #expect(column.count == count)
        #expect((0..<count).map { column[$0] } == values)
      }
    }
  }

  @Test("a column that rises evenly takes next to no room", arguments: [0, 1, 7, 65_535])
  func evenColumn(slope: UInt64) throws {
    let values = (0..<1000).map { 5 + slope * UInt64($0) }
    let bytes = Column.encode(values)
    #expect(bytes.count == 8 + 8 * 16 + 8)
    try withBytes(bytes) { bytes in
      let column = try Column(bytes)
      #expect((0..<1000).map { column[$0] } == values)
    }
  }

  @Test("a column that is cut off or claims too much is refused")
  func damagedColumn() {
    let bytes = Column.encode([3, 1 << 40, 77])
    for length in 0..<bytes.count {
      withBytes(bytes[..<length]) { cut in
        #expect(throws: FormatError.self) { try Column(cut) }
      }
    }
    var long = bytes
    long.replaceSubrange((bytes.count - 8)..<(bytes.count - 4), with: [255, 255, 255, 255])
    withBytes(long) { bytes in #expect(throws: FormatError.self) { try Column(bytes) } }
  }

  @Test("blocks and tails of packed numbers come back at every width", arguments: 0...24)
  func packing(bits: Int) {
    var random = SplitMix64(seed: UInt64(bits) + 100)
    let greatest = UInt32(1) << UInt32(bits) - 1
    for count in [1, 2, 3, 63, 126, 127, 128] {
      var values = (0..<count).map { _ in UInt32(truncatingIfNeeded: random.next()) & greatest }
      values[random.below(count)] = greatest
      var writer = ByteWriter()
      values.withUnsafeBufferPointer { values in
        if count == BitPacking.blockSize {
          if bits > 0 { BitPacking.packBlock(values, bits: bits, into: &writer) }
        } else {
          BitPacking.packTail(values, bits: bits, into: &writer)
        }
      }
      let isBlock = count == BitPacking.blockSize
      #expect(
        writer.count
          == (isBlock
            ? BitPacking.blockBytes(bits: bits) : BitPacking.tailBytes(count: count, bits: bits)))
      writer.append(repeatElement(0xFF, count: PostingList.padding))
      let unpacked = [UInt32](unsafeUninitializedCapacity: 128) { out, filled in
        withBytes(writer.bytes) { bytes in
          guard let source = bytes.baseAddress, let target = out.baseAddress else { return }
          if isBlock {
            BitPacking.unpackBlock(source, bits: bits, into: target)
          } else {
            BitPacking.unpackTail(source, count: count, bits: bits, into: target)
          }
          filled = count
        }
      }
      #expect(unpacked == values)
    }
  }

  @Test("length codes keep the order and lose less than a seventeenth")
  func lengthCodes() {
    var previous: UInt8 = 0
    for length in Array(0...70_000) + Array(stride(from: 70_000, through: 262_143, by: 97)) {
      let code = LengthCode.encode(length)
      let decoded = Int(LengthCode.lengths[Int(code)])
      if code < previous || decoded > length || (length - decoded) * 17 > length
        || length < 64 && decoded != length
      {
        Issue.record("length \(length) has code \(code), which means \(decoded)")
        return
      }
      previous = code
    }
    #expect(LengthCode.encode(-1) == 0 && LengthCode.encode(.max) == .max)
    #expect(LengthCode.lengths.map { LengthCode.encode(Int($0)) } == Array(0...255))
  }
}
