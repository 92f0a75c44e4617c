/// How the gaps and the frequencies of a block of postings are packed, in two bytes:
///
///     5 bits gap bits │ 5 bits gap extra │ 3 bits frequency bits │ 3 bits frequency extra
///
/// the lowest bits first.
struct PackedWidths: Hashable {
  /// A frequency less one is at most 254.
  static let frequencyBits = 8
  /// What three bits can say of the frequencies' own bits.
  static let widestFrequency = 7

  var gaps: PatchedPacking.Widths
  var frequencies: PatchedPacking.Widths

  init(gaps: PatchedPacking.Widths, frequencies: PatchedPacking.Widths) {
    self.gaps = gaps
    self.frequencies = frequencies
  }

  @inline(__always)
  init(reading source: UnsafeRawPointer) {
    let packed = Int(UInt16(littleEndian: source.loadUnaligned(as: UInt16.self)))
    gaps = PatchedPacking.Widths(bits: packed & 31, extra: packed >> 5 & 31)
    frequencies = PatchedPacking.Widths(bits: packed >> 10 & 7, extra: packed >> 13)
  }

  var encoded: UInt16 {
    UInt16(gaps.bits | gaps.extra << 5 | frequencies.bits << 10 | frequencies.extra << 13)
  }
}
