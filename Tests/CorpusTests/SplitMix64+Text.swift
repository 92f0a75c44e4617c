import TestSupport

extension SplitMix64 {
  /// Returns a random sequence of pieces that have a meaning for the reader under test, with random
  /// bytes between them.
  mutating func text(of pieces: [String], count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<count {
      if below(12) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &self))
      } else {
        bytes += Array((pieces.randomElement(using: &self) ?? "").utf8)
      }
    }
    return bytes
  }
}
