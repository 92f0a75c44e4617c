import TestSupport
import Testing

@testable import SegmentFormat

@Suite("Numbers in bytes") struct NumberTests {
  private static let varints: [UInt64] =
    [0, 1, 0x7F, 1 << 32, 1 << 63, UInt64.max]
    + (1...9).flatMap { (bytes: UInt64) -> [UInt64] in
      let least: UInt64 = 1 << (7 * bytes)
      return [least - 1, least, 0x0123_4567_89AB_CDEF >> (7 * bytes)]
    }

  @Test(
    "a varint comes back, and no shorter run of its bytes does",
    arguments: varints)
  func varint(value: UInt64) throws {
    var writer = ByteWriter()
    writer.appendVarint(value)
    try withBytes(writer.bytes) { bytes in
      var reader = ByteReader(bytes)
      let read = try reader.readVarint()
      #expect(read == value)
      #expect(reader.remaining == 0)
      // With bytes behind it, all of it is loaded at once.
      withBytes(writer.bytes + [0xFF, 0x7F, 0x80, 0x01, 0xFF, 0xFF, 0xFF, 0xFF]) { bytes in
        var reader = ByteReader(bytes)
        #expect((try? reader.readVarint()) == value)
        #expect(reader.remaining == 8)
      }
      for length in 0..<bytes.count {
        var cut = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[..<length]))
        #expect(throws: FormatError.self) { try cut.readVarint() }
      }
    }
  }

  @Test("a varint without end is malformed")
  func endlessVarint() {
    withBytes([UInt8](repeating: 0xFF, count: 20)) { bytes in
      var reader = ByteReader(bytes)
      #expect(throws: FormatError(.malformed, offset: 10)) { try reader.readVarint() }
    }
  }

  @Test("a count above its limit is malformed, a length above what is there is truncated")
  func limits() {
    var writer = ByteWriter()
    writer.appendVarint(1000)
    withBytes(writer.bytes) { bytes in
      var reader = ByteReader(bytes)
      #expect(throws: FormatError(.malformed, offset: 2)) { try reader.readCount(atMost: 999) }
      reader = ByteReader(bytes)
      #expect(throws: FormatError(.truncated(expected: 1002, found: 2), offset: 2)) {
        try reader.readString()
      }
    }
  }

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

  @Test("the checksum is CRC-32, in one piece or in several")
  func checksums() {
    withBytes(Array("123456789".utf8)) { bytes in
      #expect(checksum(of: bytes) == 0xCBF4_3926)
      let first = checksum(of: UnsafeRawBufferPointer(rebasing: bytes[..<4]))
      let rest = UnsafeRawBufferPointer(rebasing: bytes[4...])
      #expect(checksum(of: rest, continuing: first) == 0xCBF4_3926)
    }
  }
}
