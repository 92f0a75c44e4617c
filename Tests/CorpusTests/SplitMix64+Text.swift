import TestSupport

extension SplitMix64 {
  /// A text of pieces that mean something to the reader under test, with noise between them.
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
