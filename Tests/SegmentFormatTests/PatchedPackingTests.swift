import Bytes
import TestSupport
import Testing

@testable import SegmentFormat

@Suite("Packing with exceptions") struct PatchedPackingTests {
  private static let counts = [1, 2, 3, 64, 65, 127, 128]

  /// Returns values of `bits` bits. Every `rarity`-th value has `more` additional bits.
  private func values(_ count: Int, bits: Int, more: Int, rarity: Int) -> [UInt32] {
    var random = SplitMix64(seed: UInt64(count * 1000 + bits * 100 + more))
    return (0..<count).map { index in
      let width = index % rarity == rarity - 1 ? bits + more : bits
      return UInt32(truncatingIfNeeded: random.next()) & (1 << UInt32(width) - 1)
    }
  }

  private func pack(_ values: [UInt32], widest: Int) -> (PatchedPacking.Widths, bytes: [UInt8]) {
    var writer = ByteWriter()
    let widths = values.withUnsafeBufferPointer { values in
      let widths = PatchedPacking.widths(for: values, widest: widest)
      PatchedPacking.pack(values, widths, into: &writer)
      return widths
    }
    return (widths, writer.bytes)
  }

  /// Unpacks all values together and one by one. Returns nil if there are too few bytes.
  private func unpack(
    _ bytes: [UInt8], count: Int, _ widths: PatchedPacking.Widths
  ) -> (together: [UInt32], alone: [UInt32], byteCount: Int)? {
    var result: (together: [UInt32], alone: [UInt32], byteCount: Int)?
    withBytes(bytes + [UInt8](repeating: 0xFF, count: PostingList.padding)) { padded in
      guard let source = padded.baseAddress,
        let layout = PatchedPacking.Layout(
          source, available: bytes.count, count: count, widths: widths)
      else { return }
      let together = [UInt32](unsafeUninitializedCapacity: 128) { out, filled in
        if let out = out.baseAddress { layout.unpack(into: out) }
        filled = count
      }
      result = (together, (0..<count).map { layout.value(at: $0) }, layout.byteCount)
    }
    return result
  }

  @Test(
    "values come back together and alone", arguments: [0, 1, 4, 9, 17], [0, 1, 7])
  func roundTrip(bits: Int, more: Int) throws {
    for count in Self.counts {
      for rarity in [1, 2, 10, 60] {
        let values = values(count, bits: bits, more: more, rarity: rarity)
        let (widths, bytes) = pack(values, widest: 24)
        let found = try #require(unpack(bytes, count: count, widths))
        #expect(found.together == values && found.alone == values)
        #expect(found.byteCount == bytes.count)
        if !bytes.isEmpty {
          #expect(unpack(Array(bytes.dropLast()), count: count, widths) == nil)
        }
      }
    }
  }

  @Test("rare large values are exceptions, common ones are not")
  func choice() {
    let rare = pack(values(128, bits: 2, more: 6, rarity: 30), widest: 24)
    #expect(rare.0.bits == 2 && rare.0.extra > 0 && rare.bytes.count < 128 * 3 / 8)
    let common = pack(values(128, bits: 2, more: 6, rarity: 2), widest: 24)
    #expect(common.0.extra == 0)
  }

  @Test("no width is wider than it may be", arguments: 0...8)
  func limits(total: Int) {
    for rarity in [1, 20, 128] {
      let (widths, _) = pack(values(128, bits: 0, more: total, rarity: rarity), widest: 7)
      #expect(widths.bits <= 7 && widths.extra <= 7)
    }
  }
}
