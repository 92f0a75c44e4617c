/// Damages bytes in ways that often break decoders: single bits and bytes, lengths and offsets with
/// extreme or slightly wrong values, truncation, removal, repetition, and pieces of other inputs.
struct Mutator {
  let inputs: [[UInt8]]
  private static let marks = Array("{}[]()<>\"'\\:;,.=@#&%-|\n\t/".utf8)
  private static let extremes: [UInt64] = [
    0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 1 << 24, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF,
    1 << 32, 1 << 48, 1 << 56, UInt64(Int64.max), 1 << 63, .max,
  ]

  /// Fills `bytes` with one of the inputs, and makes one to four changes.
  func fill(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: inputs[random.below(inputs.count)])
    for _ in 0...random.below(4) { change(&bytes, &random) }
  }

  private func change(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    guard !bytes.isEmpty else {
      bytes.append(UInt8(truncatingIfNeeded: random.next()))
      return
    }
    let place = random.below(bytes.count)
    switch random.below(12) {
    case 0, 1: bytes[place] ^= 1 << UInt8(random.below(8))
    case 2: bytes[place] = UInt8(truncatingIfNeeded: random.next())
    case 3: bytes[place] = Self.marks[random.below(Self.marks.count)]
    case 4, 5: setNumber(in: &bytes, at: place, &random)
    case 6: bytes.removeLast(bytes.count - place)
    case 7: bytes.removeSubrange(range(of: bytes, from: place, &random))
    case 8: bytes.insert(contentsOf: bytes[range(of: bytes, from: place, &random)], at: place)
    case 9: bytes[place] &+= UInt8(truncatingIfNeeded: random.below(32) - 16)
    case 10:
      let value = UInt8(truncatingIfNeeded: random.next())
      for index in range(of: bytes, from: place, &random) { bytes[index] = value }
    default:
      let other = inputs[random.below(inputs.count)]
      let from = random.below(other.count)
      let piece = other[range(of: other, from: from, &random)]
      bytes.replaceSubrange(range(of: bytes, from: place, &random), with: piece)
    }
  }

  /// Returns a range, which is usually short, because a long one leaves little of the input.
  private func range(
    of bytes: [UInt8], from start: Int, _ random: inout SplitMix64
  ) -> Range<Int> {
    let limit = random.below(4) == 0 ? bytes.count : 16
    return start..<min(bytes.count, start + random.below(limit + 1))
  }

  /// Overwrites one, two, four or eight bytes, little-endian.
  private func setNumber(in bytes: inout [UInt8], at place: Int, _ random: inout SplitMix64) {
    var number = Self.extremes[random.below(Self.extremes.count)]
    if random.below(3) == 0 { number = number &+ UInt64(random.below(32)) &- 16 }
    for index in place..<min(bytes.count, place + 1 << random.below(4)) {
      bytes[index] = UInt8(truncatingIfNeeded: number)
      number >>= 8
    }
  }
}
