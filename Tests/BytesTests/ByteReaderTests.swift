import TestSupport
import Testing

@testable import Bytes

@Suite("Reading bytes that may be damaged") struct ByteReaderTests {
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

  @Test("the checksum is CRC-32, in one piece or in several")
  func checksums() {
    withBytes(Array("123456789".utf8)) { bytes in
      #expect(CRC32.sum(of: bytes) == 0xCBF4_3926)
      let first = CRC32.sum(of: UnsafeRawBufferPointer(rebasing: bytes[..<4]))
      let rest = UnsafeRawBufferPointer(rebasing: bytes[4...])
      #expect(CRC32.sum(of: rest, continuing: first) == 0xCBF4_3926)
    }
  }
}
